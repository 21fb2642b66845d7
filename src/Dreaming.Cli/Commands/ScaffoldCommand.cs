using System.CommandLine;
using System.Text;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Dreaming.Cli.Scaffolding;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming scaffold</c>: writes a domain's project from tools that exist already.</summary>
internal static class ScaffoldCommand
{
    private const string Mcp = "mcp:";

    public static Command Create(Terminal terminal)
    {
        var source = new Argument<string>("SOURCE")
        {
            Description = "Where the tools are declared: a JSON file with a list of tools (OpenAI, Anthropic or MCP form) or with the JSON Schema of one tool's parameters; "
                + "or mcp:COMMAND, the command that starts an MCP server which speaks over its standard streams.",
        };
        var folder = new Option<string>("--out") { HelpName = "DIR", Required = true, Description = "The folder of the new domain. It must not hold files yet." };
        var name = new Option<string?>("--name") { HelpName = "NAME", Description = "The domain's name in kebab-case. Default: the name of the folder." };
        var format = CommonOptions.Format();
        var command = new Command("scaffold", "Write a domain's project from a list of tools, a JSON Schema or a running MCP server, and say what could not be expressed.") { source, folder, name, format };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var given = parse.GetRequiredValue(source);
            var target = Path.GetFullPath(parse.GetRequiredValue(folder));
            if (Path.Exists(target) && (!Directory.Exists(target) || Directory.EnumerateFileSystemEntries(target).Any()))
                throw new CliException($"{parse.GetRequiredValue(folder)} holds something already. Nothing was written. Give a folder that is empty or not there.");
            var tools = given.StartsWith(Mcp, StringComparison.Ordinal)
                ? await McpToolSource.ReadAsync(given[Mcp.Length..], cancellationToken).ConfigureAwait(false)
                : await ToolListReader.ReadAsync(given, cancellationToken).ConfigureAwait(false);
            var scaffold = Scaffold.Of(tools, Kebab(parse.GetValue(name) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(target))), DreamingReference.For(target));
            await WriteAsync(scaffold, target, cancellationToken).ConfigureAwait(false);
            if (parse.IsJson(format))
                WriteJson(scaffold);
            else
                WriteText(terminal, scaffold, target);
            return ExitCode.Done;
        });
        return command;
    }

    private static string Kebab(string name)
    {
        var kebab = new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Trim('-');
        return kebab.Length > 0 && char.IsAsciiLetter(kebab[0]) ? kebab : $"desk-{kebab}".TrimEnd('-');
    }

    private static async Task WriteAsync(Scaffold scaffold, string target, CancellationToken cancellationToken)
    {
        foreach (var (path, text) in scaffold.Files)
        {
            var file = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, new UTF8Encoding(false), cancellationToken).ConfigureAwait(false);
        }
    }

    private static void WriteText(Terminal terminal, Scaffold scaffold, string target)
    {
        terminal.WriteLine($"wrote {scaffold.Tools} {(scaffold.Tools == 1 ? "tool" : "tools")} in {scaffold.Files.Count} files to {SafeText.Line(DomainBuild.Shown(target))}");
        if (scaffold.Notes.Count > 0)
            terminal.WriteLine("not expressed (README.md lists it too):");
        foreach (var note in scaffold.Notes)
            terminal.WriteLine($"  {SafeText.Line(note)}");
        terminal.WriteLine("next: let World/World.cs answer, add scenarios and a rubric, then `dreaming check`.");
    }

    private static void WriteJson(Scaffold scaffold) => JsonOut.Write(writer =>
    {
        writer.WriteNumber("tools", scaffold.Tools);
        writer.WriteStartArray("files");
        foreach (var (path, _) in scaffold.Files)
            writer.WriteStringValue(path);
        writer.WriteEndArray();
        writer.WriteStartArray("notExpressed");
        foreach (var note in scaffold.Notes)
            writer.WriteStringValue(note);
        writer.WriteEndArray();
    });
}
