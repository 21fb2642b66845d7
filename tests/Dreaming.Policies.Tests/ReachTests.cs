namespace Dreaming.Policies.Tests;

/// <summary>Whether a success is within reach, and what it takes at least.</summary>
public class ReachTests
{
    private static readonly string[] Tools = ["tool0", "tool1", "tool2"];
    private static readonly AtomModel A = new(["tool0"]);
    private static readonly AtomModel B = new(["tool1"], succeeded: true);

    [Fact]
    public void The_least_that_a_success_takes_is_told()
    {
        var reach = Reach(["tool1"], turns: 1, calls: 1, Templates.Model("Precedence", A, B), Templates.Model("AtLeast", new([EventNames.UserTurn]), count: 3));
        Assert.Equal((Answer.Yes, Answer.No), (reach.Reachable, reach.WithinBudget));
        Assert.Equal((3, 2), (reach.LeastTurns, reach.LeastCalls));
    }

    [Fact]
    public void A_budget_that_suffices_has_a_witness()
    {
        var reach = Reach(["tool1"], turns: 1, calls: 2, Templates.Model("Precedence", A, B));
        Assert.Equal(Answer.Yes, reach.WithinBudget);
        Assert.Equal(["<user>", "tool0", "tool1"], reach.Witness!.Select(e => e.Name));
        Assert.True(reach.Witness![^1].Succeeded);
    }

    [Fact]
    public void What_no_allowed_trace_reaches_names_what_stands_in_the_way()
    {
        var reach = Reach(["tool1"], turns: 9, calls: 9, Templates.Model("Existence", A), Templates.Model("Precedence", A, B), Templates.Model("Absence", A));
        Assert.Equal(Answer.No, reach.Reachable);
        Assert.Equal([0, 2], Reach(["tool1"], 9, 9, Templates.Model("Existence", A), Templates.Model("Choice", A, B), Templates.Model("Absence", A)).Blame!.Constraints);
    }

    [Fact]
    public void More_guards_on_an_event_than_can_be_told_apart_are_not_proven()
    {
        var constraints = Enumerable.Range(0, 8).Select(i => Templates.Model("Absence", new(["tool0"], guard: "G" + i))).ToArray();
        var findings = PolicyAnalysis.Of(new(Tools, [], constraints), AnalysisLimits.Default, default);
        Assert.Equal(Answer.NotProven, findings.Satisfiable);
        Assert.Equal(8, findings.ConstraintsNotProven.Count);
    }

    [Fact]
    public void A_bound_that_is_reached_is_not_proven()
    {
        var limits = new AnalysisLimits { Rounds = [(2, 2)] };
        var findings = PolicyAnalysis.Of(new(Tools, [], [Templates.Model("Exactly", A, count: 9), Templates.Model("Exactly", B, count: 9)]), limits, default);
        Assert.Equal(Answer.NotProven, findings.Satisfiable);
    }

    private static ReachFinding Reach(string[] tools, int turns, int calls, params ConstraintModel[] constraints) =>
        PolicyAnalysis.Reach(new(Tools, [], constraints), tools, turns, calls, AnalysisLimits.Default, default);
}
