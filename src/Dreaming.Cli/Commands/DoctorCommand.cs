using System.CommandLine;
using Dreaming.Cli.Checks;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming doctor</c>: whether this machine, and a domain on it, can sleep.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        var domain = CommonOptions.Domain();
        domain.Arity = System.CommandLine.ArgumentArity.ZeroOrOne;
        var world = CommonOptions.World();
        var episodes = CommonOptions.Episodes();
        var journal = CommonOptions.Journal("--out");
        var command = new Command("doctor", "Look at everything that a night needs, and say what to do about what is wrong.") { domain, world, episodes, journal };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var given = parse.GetValue(domain);
            var place = parse.GetValue(journal) ?? (given is null ? Environment.CurrentDirectory : Place(given));
            var found = new List<Ailment>
            {
                await MachineChecks.SdkAsync(cancellationToken).ConfigureAwait(false),
                MachineChecks.Sqlite(),
                MachineChecks.Writable(place),
                MachineChecks.DiskSpace(place),
                MachineChecks.Terminal(terminal),
            };
            if (given is not null)
                found.AddRange(await DomainChecks.RunAsync(given, parse.GetValue(world), parse.GetValue(episodes), parse.GetValue(journal), cancellationToken).ConfigureAwait(false));

            foreach (var one in found)
                Write(terminal, one);
            return found.Max(one => one.ExitCode);
        });
        return command;
    }

    private static string Place(string domain)
    {
        try
        {
            return DomainFolder.Locate(domain).DefaultOut;
        }
        catch (CliException)
        {
            // That there is no such domain is said where the domain is looked at.
            return Environment.CurrentDirectory;
        }
    }

    private static void Write(Terminal terminal, Ailment one)
    {
        terminal.WriteLine($"{(one.Well ? "ok     " : "problem")}  {one.What}: {SafeText.Line(one.Found)}");
        if (!one.Well)
            terminal.WriteLine($"         {SafeText.Line(one.Fix)}");
    }
}
