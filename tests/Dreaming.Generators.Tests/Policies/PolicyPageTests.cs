using System.Text.RegularExpressions;
using Dreaming.Automata;
using Dreaming.Generators.Automata;
using Dreaming.Generators.Emission;
using Dreaming.Generators.Rules;

namespace Dreaming.Generators.Tests.Policies;

/// <summary>What the page on policies says is so.</summary>
public class PolicyPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "policies.md"));

    public static TheoryData<string> Templates => [.. Enum.GetNames<Template>()];

    [Theory]
    [MemberData(nameof(Templates))]
    public void The_formula_of_a_template_says_what_its_automaton_does(string name)
    {
        var row = Assert.Single(Regex.Matches(Page, $@"(?m)^\| `{name}<[^`]*`[^|]*\| [^|]+ \| (.*) \|$"));
        Assert.NotEqual("", TemplateWords.Of(name, ""));
        var template = Enum.Parse<Template>(name);
        if (TemplateAutomaton.TakesCount(template))
            return;
        var formula = Regex.Match(row.Groups[1].Value, "`(.*)`").Groups[1].Value.Replace(@"\|", "|", StringComparison.Ordinal);
        var said = LtlfCompiler.Compile(formula, out var atoms, out var error);
        Assert.True(said is not null, error?.Message);
        var built = TemplateAutomaton.Build(template, 0, Limit.None, out _)!;
        AssertAgree(built, said, atoms);
    }

    [Fact]
    public void Every_rule_on_constraints_is_in_the_table_of_what_is_refused() =>
        Assert.All(Rule.All.Where(r => string.CompareOrdinal(r.Id, "DRM4020") >= 0 && string.CompareOrdinal(r.Id, "DRM4050") < 0), r => Assert.Contains($"[{r.Id}](rules/{r.Id}.md)", Page, StringComparison.Ordinal));

    private static void AssertAgree(Automaton built, Automaton said, string[] atoms)
    {
        var seen = new HashSet<(int, int)>();
        var open = new Stack<(int Built, int Said)>([(0, 0)]);
        while (open.TryPop(out var pair))
        {
            if (!seen.Add(pair))
                continue;
            Assert.Equal(built.Accepting[pair.Built], said.Accepting[pair.Said]);
            for (var letter = 0; letter < built.Letters; letter++)
            {
                var other = 0;
                for (var i = 0; i < atoms.Length; i++)
                    if ((letter >> (atoms[i][0] - 'a') & 1) != 0)
                        other |= 1 << i;
                open.Push((built.Next[pair.Built * built.Letters + letter], said.Next[pair.Said * said.Letters + other]));
            }
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository's root is not above the tests.");
    }
}
