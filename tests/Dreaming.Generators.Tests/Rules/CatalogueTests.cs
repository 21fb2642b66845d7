using System.Text.RegularExpressions;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Tests.Rules;

/// <summary>A rule is an id, a descriptor, a release row, a page and a test that makes it fire.</summary>
public class CatalogueTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Ids => [.. typeof(RuleIds).GetFields().Select(f => (string)f.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_everything_that_a_rule_has(string id)
    {
        var descriptor = Assert.Single(Rule.All, r => r.Id == id);
        Assert.Equal($"https://github.com/dreaming-dotnet/dreaming/blob/main/docs/rules/{id}.md", descriptor.HelpLinkUri);
        Assert.Equal(Expected(id), descriptor.Category + " " + id[3]);
        Assert.Single(Regex.Matches(File.ReadAllText(Path.Combine(Root, "src/Dreaming.Generators/AnalyzerReleases.Unshipped.md")), $@"(?m)^{id} \| Dreaming \| {descriptor.DefaultSeverity} \| "));
        Assert.Contains($"| [{id}]({id}.md) | {descriptor.DefaultSeverity.ToString().ToLowerInvariant()} | {descriptor.Title} |\n", File.ReadAllText(Path.Combine(Root, "docs/rules/README.md")), StringComparison.Ordinal);
        var page = File.ReadAllText(Path.Combine(Root, "docs/rules", id + ".md"));
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Assert.All(new[] { "## Wrong", "## Why", "## Right" }, heading => Assert.Contains(heading, page, StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_no_page_without_a_rule() => Assert.Equal(
        Rule.All.Select(r => r.Id + ".md").Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Root, "docs/rules"), "DRM*.md").Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_test_that_makes_it_fire(string id)
    {
        var tests = Directory.GetFiles(Path.Combine(Root, "tests/Dreaming.Generators.Tests/Rules"), "*RuleTests.cs").Select(File.ReadAllText);
        Assert.Contains(tests, t => t.Contains(id + " at ", StringComparison.Ordinal));
    }

    // 1 rubric, 2 scenario, 3 tool, 4 usage, 9 internal.
    private static string Expected(string id)
    {
        Assert.Matches(@"\ADRM[12349]\d{3}\z", id);
        return Rule.Category + " " + id[3];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository's root is not above the tests.");
    }
}
