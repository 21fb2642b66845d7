using Dreaming.Determinism;
using Dreaming.Dreams;

namespace Dreaming.Flaws.Tests;

public sealed class FlawedAgentTests
{
    private static readonly Rehearsal Rehearsal = new();
    private static readonly Lazy<ImmutableArray<Dream>> Dreams = new(Draw);

    public static TheoryData<string> Agents => [.. FlawCatalogue.Own.Select(a => a.GetType().Name)];

    [Theory]
    [MemberData(nameof(Agents))]
    public async Task A_flawed_agent_fails_in_a_dream_that_the_correct_one_passes(string name)
    {
        var agent = FlawCatalogue.Own.Single(a => a.GetType().Name == name);
        foreach (var dream in Dreams.Value)
        {
            var judged = await Rehearsal.RunAsync(dream, agent, 0, TestContext.Current.CancellationToken);
            if (judged.Scorecard.Passed != false)
                continue;
            Assert.True(await Rehearsal.IsFairAsync(dream, TestContext.Current.CancellationToken), $"The correct agent fails too: {dream.Skeleton.Scenario} {string.Join("; ", dream.Skeleton.Operators)}");
            return;
        }

        Assert.Fail($"{name} passed all {Dreams.Value.Length} dreams: {agent.Flaw}");
    }

    [Fact]
    public void Every_category_has_an_agent_and_every_agent_says_what_it_does_wrong()
    {
        var agents = FlawCatalogue.Own;
        Assert.True(agents.Length >= 30);
        Assert.Equal(Enum.GetValues<FlawCategory>(), agents.Select(a => a.Category).Distinct().Order());
        Assert.Equal(agents.Length, agents.Select(a => a.Flaw).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void An_assembly_without_agents_has_none() => Assert.Empty(FlawCatalogue.In(typeof(FlawedAgentTests).Assembly));

    [Fact]
    public async Task Rewording_changes_words_and_nothing_else()
    {
        var rewording = DrawnDreams.Rewording(Rehearsal);
        var dreams = rewording.Dreams(3, 50);
        Assert.Equal(50, dreams.Length);
        Assert.All(dreams.SelectMany(d => d.Skeleton.Operators), o => Assert.True(o is OtherWords or Noise or OtherFormat));
        Assert.Equal(new FirstFinding(false, 50), await rewording.SearchAsync(new Desk.CarefulDesk(), 3, 50, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_hunt_finds_what_is_plain_and_makes_it_no_larger()
    {
        var found = await new HuntedDreams(Rehearsal).SearchAsync(new Agents.SkipsStock(), 1, 100, TestContext.Current.CancellationToken);
        Assert.True(found.Found);
        Assert.True(found.Shrunk!.After.CompareTo(found.Shrunk.Before) <= 0);
    }

    // Family by family, and then the corners that few dreams reach: what each scenario has as a what-if, each slot left out or said twice, each fault in two steps.
    private static ImmutableArray<Dream> Draw()
    {
        var plain = new Dreamer(Rehearsal.Domain, Rehearsal.World, new DreamerOptions { ComposeProbability = 0 }).Dream([], 400, new Seed(21)).Skeletons;
        var corners = new (string Scenario, Family Family)[]
        {
            ("repeat-prescription", Family.CounterfactualOutcome), ("travel-supply", Family.EdgeCase), ("travel-supply", Family.CounterfactualOutcome), ("lost-medication", Family.EdgeCase),
            ("red-flag", Family.AmbiguityFork), ("red-flag", Family.FailureInjection), ("two-prescriptions", Family.AmbiguityFork), ("book-review", Family.AmbiguityFork),
            ("repeat-prescription", Family.AmbiguityFork), ("interaction-found", Family.FailureInjection), ("repeat-prescription", Family.FailureInjection), ("book-review", Family.CounterfactualOutcome),
        };
        var rare = corners.SelectMany(c => new Dreamer(Rehearsal.Domain, Rehearsal.World, new DreamerOptions { ComposeProbability = 0, Families = [c.Family], Scenarios = [c.Scenario] })
            .Dream([], 60, new Seed(22)).Skeletons);
        var twice = new (string Scenario, Family Family)[]
        {
            ("red-flag", Family.AmbiguityFork), ("travel-supply", Family.EdgeCase), ("lost-medication", Family.EdgeCase), ("refill-too-early", Family.AmbiguityFork),
        };
        var rarest = twice.SelectMany(c => new Dreamer(Rehearsal.Domain, Rehearsal.World, new DreamerOptions { ComposeProbability = 1, Families = [c.Family], Scenarios = [c.Scenario] })
            .Dream([], 250, new Seed(23)).Skeletons);
        return [.. plain.Concat(rare).Concat(rarest).DistinctBy(s => s.Id).Select(s => Rehearsal.Write(s, new Seed(21)))];
    }
}
