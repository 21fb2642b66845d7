namespace Dreaming.Policies.Tests;

/// <summary>What the analysis says of whole policies, next to the whole graph of what can happen.</summary>
public class AnalysisTests
{
    private const int Sets = 5_000;

    [Fact]
    public void Contradictions_dead_tools_and_redundancy_agree_with_the_whole_graph_on_thousands_of_policies()
    {
        var tally = Compare(seed: 1, correlated: 0, keys: 1);
        Assert.True(tally.Sets >= 0.98 * Sets, $"{tally}");
        Assert.True(tally.Contradictory > Sets / 10 && tally.Satisfiable > Sets / 10 && tally.Dead > 1_000 && tally.Redundant > 1_000, $"{tally}");
        Assert.True(tally.NotProven == 0, $"{tally}");
    }

    [Fact]
    public void They_agree_where_constraints_are_correlated()
    {
        var tally = Compare(seed: 2, correlated: 0.5, keys: 2, sets: 6_000);
        Assert.True(tally.Sets >= 0.8 * Sets, $"{tally}");
        Assert.True(tally.Contradictory > Sets / 20 && tally.Satisfiable > Sets / 10 && tally.Dead > 500 && tally.Redundant > 500, $"{tally}");
        Assert.True(tally.NotProven <= Sets / 100, $"{tally}");
    }

    [Fact]
    public void They_agree_where_constraints_are_correlated_and_three_values_occur()
    {
        var tally = Compare(seed: 3, correlated: 0.4, keys: 3, sets: 600);
        Assert.True(tally.Sets >= 200, $"{tally}");
        Assert.True(tally.NotProven <= 6, $"{tally}");
    }

    private sealed record Tally(int Sets, int Contradictory, int Satisfiable, int Dead, int Redundant, int NotProven);

    private static Tally Compare(int seed, double correlated, int keys, int sets = Sets)
    {
        var random = new Random(seed);
        var tally = new Tally(0, 0, 0, 0, 0, 0);
        for (var set = 0; set < sets; set++)
        {
            var model = RandomPolicies.Next(random, correlated);
            var graph = new BruteForce(model, keys);
            if (graph.IsTooLarge)
                continue;
            var findings = PolicyAnalysis.Of(model, AnalysisLimits.Default, default);
            var where = $"policy {set} of seed {seed}: {string.Join(", ", model.Constraints.Select(c => $"{c.Id}({string.Join("; ", c.Atoms.Select(a => string.Join('+', a.Events) + (a.Succeeded ? " ok" : "") + (a.Guard is null ? "" : "[]")))}){c.Key}"))}";
            tally = tally with { Sets = tally.Sets + 1 };
            switch (findings.Satisfiable)
            {
                case Answer.No:
                    Assert.False(graph.IsSatisfiable, where);
                    AssertMinimal(model, findings.Contradiction!, keys, where);
                    tally = tally with { Contradictory = tally.Contradictory + 1 };
                    continue;
                case Answer.NotProven:
                    tally = tally with { NotProven = tally.NotProven + 1 };
                    continue;
            }

            tally = tally with { Satisfiable = tally.Satisfiable + 1 };
            // A trace that the graph does not know must have more values than the graph.
            Assert.True(graph.IsSatisfiable || correlated > 0, where);
            Assert.True(Witnesses.Meet(model, findings.Witness!), where);
            tally = tally with
            {
                Dead = tally.Dead + CompareTools(model, graph, findings, correlated > 0, where),
                Redundant = tally.Redundant + CompareConstraints(model, graph, findings, correlated > 0, where),
                NotProven = tally.NotProven + (findings.ToolsNotProven.Count + findings.ConstraintsNotProven.Count > 0 ? 1 : 0),
            };
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{tally}");
        return tally;
    }

    private static int CompareTools(PolicyModel model, BruteForce graph, PolicyFindings findings, bool correlated, string where)
    {
        foreach (var tool in model.Tools.Except(findings.ToolsNotProven))
        {
            var dead = findings.DeadTools.FirstOrDefault(d => d.Tool == tool);
            var (called, succeeded) = (graph.CanOccur(e => e.Name == tool), graph.CanOccur(e => e.Name == tool && e.Succeeded));
            Assert.False(dead is { OnlySuccess: false } && called, $"{tool} can be called in {where}");
            Assert.False(dead is not null && succeeded, $"{tool} can succeed in {where}");
            Assert.True(correlated || dead is not null || succeeded, $"{tool} cannot succeed in {where}");
            Assert.True(correlated || dead is not { OnlySuccess: true } || called, $"{tool} cannot be called in {where}");
        }

        return findings.DeadTools.Count;
    }

    private static int CompareConstraints(PolicyModel model, BruteForce graph, PolicyFindings findings, bool correlated, string where)
    {
        for (var constraint = 0; constraint < model.Constraints.Length; constraint++)
        {
            if (findings.ConstraintsNotProven.Contains(constraint))
                continue;
            var redundant = findings.Redundant.Any(r => r.Constraint == constraint);
            var breaks = graph.CanBreakAlone(constraint);
            Assert.False(redundant && breaks, $"{model.Constraints[constraint].Id} is not enforced by {string.Join(",", findings.Redundant.FirstOrDefault(r => r.Constraint == constraint)?.By.Constraints ?? [])} in {where}");
            Assert.True(correlated || redundant || breaks, $"{model.Constraints[constraint].Id} is enforced by the others in {where}");
        }

        return findings.Redundant.Count;
    }

    private static void AssertMinimal(PolicyModel model, Conflict conflict, int keys, string where)
    {
        Assert.True(conflict.Minimal, where);
        var constraints = conflict.Constraints.Select(c => model.Constraints[c]).ToArray();
        Assert.False(new BruteForce(new(model.Tools, model.Signals, constraints), keys).IsSatisfiable, where);
        for (var left = 0; left < constraints.Length; left++)
        {
            var rest = new PolicyModel(model.Tools, model.Signals, [.. constraints.Where((_, at) => at != left)]);
            var found = PolicyAnalysis.Of(rest, AnalysisLimits.Default, default);
            Assert.Equal(Answer.Yes, found.Satisfiable);
            Assert.True(Witnesses.Meet(rest, found.Witness!), where);
        }
    }
}
