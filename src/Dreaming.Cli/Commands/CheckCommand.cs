using System.CommandLine;
using Dreaming.Cli.Checks;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming check</c>: what a domain declares, and whether it can be slept over.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var domain = CommonOptions.Domain();
        var world = CommonOptions.World();
        var format = CommonOptions.Format();
        var command = new Command("check", "List what a domain declares, and test that its tools keep their contracts, its sandbox opens and each scenario has seeds.")
        {
            domain, world, format,
        };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var json = parse.IsJson(format);
            var loaded = await DomainLoader.LoadAsync(parse.GetRequiredValue(domain), json ? null : terminal.Note, cancellationToken).ConfigureAwait(false);
            var findings = DomainFindings.Of(loaded.Manifest, loaded.OpenWorld(parse.GetValue(world)), cancellationToken) with
            {
                Rules = loaded.Folder.Project is null ? null : FiredRule.Beside(loaded.AssemblyPath, loaded.Folder.Folder),
            };
            if (json)
                JsonOut.Write(writer => CheckJson.Write(writer, loaded.Manifest, findings));
            else
                CheckText.Write(terminal, loaded.Manifest, findings);
            return findings.Problems.IsEmpty ? ExitCode.Done : ExitCode.GateFailed;
        });
        return command;
    }
}
