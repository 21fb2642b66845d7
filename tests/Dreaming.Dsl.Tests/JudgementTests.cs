using System.Text;
using Dreaming.Contracts;
using Dreaming.Dsl.Tests.Domain;

namespace Dreaming.Dsl.Tests;

public class JudgementTests
{
    private static readonly PlaceOrder Call = (PlaceOrder)PlaceOrder.Contract.ReadCall(Encoding.UTF8.GetBytes(Documents.PlaceOrder));

    private static InvariantContract Invariant(string id) => SampleDeskDomain.Instance.Invariants.Single(i => i.Id == id);

    private static CriterionContract Criterion(string id) => DeskRubric.Criteria.Single(c => c.Id == id);

    [Fact]
    public void An_invariant_of_a_call_is_asked_with_the_call_and_the_world()
    {
        var invariant = Invariant("in-stock");
        Assert.Equal(("place_order", Harm.Minor, Likelihood.Medium, "What is not there cannot be sent."), (invariant.Tool, invariant.Harm, invariant.Likelihood, invariant.Because));
        Assert.True(invariant.Holds(new(new Desk(), Trajectory.Empty, Call)));
        Assert.False(invariant.Holds(new(new Desk { Stock = 0 }, Trajectory.Empty, Call)));
    }

    [Fact]
    public void An_invariant_without_a_tool_is_asked_at_the_end()
    {
        var invariant = Invariant("few-orders");
        Assert.Null(invariant.Tool);
        Assert.Equal(Likelihood.High, invariant.Likelihood);
        var desk = new Desk();
        Assert.True(invariant.Holds(new(desk, Trajectory.Empty, null)));
        for (var i = 0; i < 3; i++)
            desk.Handle(Call);
        Assert.False(invariant.Holds(new(desk, Trajectory.Empty, null)));
    }

    [Fact]
    public void A_criterion_is_asked_with_the_world_before_and_after()
    {
        var (before, after) = (new Desk(), new Desk());
        Assert.Equal(Verdict.NotMet, Criterion("ordered").Judge!(new("", before, after, Trajectory.Empty)));
        after.Handle(Call);
        Assert.Equal(Verdict.Met, Criterion("ordered").Judge!(new("", before, after, Trajectory.Empty)));
        Assert.Equal(Verdict.NotMet, Criterion("ordered").Judge!(new("", after, before, Trajectory.Empty)));
    }

    [Fact]
    public void A_criterion_of_one_scenario_does_not_apply_in_others()
    {
        var scenario = OrderOne.Seeds(new Desk()).Single() with { Copies = 2 };
        Assert.Equal(Verdict.Met, Criterion("asked").Judge!(new(scenario, new Desk(), new Desk(), Trajectory.Empty)));
        Assert.Equal(Verdict.NotApplicable, Criterion("asked").Judge!(new("another", new Desk(), new Desk(), Trajectory.Empty)));
    }

    [Fact]
    public void A_rubric_holds_its_own_criteria_and_the_included_ones()
    {
        Assert.Equal(["ordered", "asked", "clear", "polite"], DeskRubric.Criteria.Select(c => c.Id));
        Assert.Equal(["desk", "desk", "desk", "shared"], DeskRubric.Criteria.Select(c => c.Rubric));
        var polite = Criterion("polite");
        Assert.Null(polite.Judge);
        Assert.Equal((Quest.Empathy, 2, "Is polite."), (polite.Heading, polite.Points, polite.Text));
    }
}
