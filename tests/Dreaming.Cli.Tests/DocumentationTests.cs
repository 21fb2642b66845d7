using System.CommandLine;
using System.Text.RegularExpressions;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;

namespace Dreaming.Cli.Tests;

/// <summary>docs/cli.md names every verb and every option, and no other.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_verb_has_its_section_with_exactly_its_options()
    {
        var documented = Sections(File.ReadAllText(Path.Combine(Root(), "docs", "cli.md")));
        var declared = Verbs(CommandLine.Create(Terminal.OfProcess()), "").ToDictionary(
            verb => verb.Path,
            verb => verb.Command.Options.Where(o => !o.Recursive).SelectMany(o => o.Aliases.Prepend(o.Name)).Where(o => o.StartsWith("--", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList());

        Assert.Equal(declared.Keys.Order(StringComparer.Ordinal), documented.Keys.Order(StringComparer.Ordinal));
        foreach (var (verb, options) in declared)
            Assert.True(options.SequenceEqual(documented[verb]), $"{verb}: declared {string.Join(' ', options)}; documented {string.Join(' ', documented[verb])}");
    }

    [Fact]
    public void Every_exit_code_is_documented()
    {
        var text = File.ReadAllText(Path.Combine(Root(), "docs", "cli.md"));
        foreach (var field in typeof(ExitCode).GetFields().Where(f => f.FieldType == typeof(int)))
            Assert.Contains($"| {field.GetRawConstantValue()} |", text);
    }

    private static IEnumerable<(string Path, Command Command)> Verbs(Command parent, string path)
    {
        foreach (var verb in parent.Subcommands)
        {
            var name = $"{path}{verb.Name}";
            if (verb.Subcommands.Count == 0)
                yield return (name, verb);
            foreach (var inner in Verbs(verb, $"{name} "))
                yield return inner;
        }
    }

    private static Dictionary<string, List<string>> Sections(string text)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var section in text.Split("\n## ").Skip(1).Where(s => s.StartsWith("dreaming ", StringComparison.Ordinal)))
        {
            var verb = section[..section.IndexOf('\n', StringComparison.Ordinal)]["dreaming ".Length..].Trim();
            var rows = section.Split('\n').Where(l => l.StartsWith("| `--", StringComparison.Ordinal));
            sections.Add(verb, [.. rows.Select(l => l.Split('|')[1]).SelectMany(cell => OptionName.Matches(cell)).Select(m => m.Value).Order(StringComparer.Ordinal)]);
        }

        return sections;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Directory.Packages.props")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex OptionName { get; }
}
