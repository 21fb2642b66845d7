using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Cloakroom;
using Dreaming.Dreams;
using Dreaming.Episodes;
using Dreaming.Shrinking;
using Microsoft.Extensions.AI;

namespace Dreaming.Hunting.Tests;

public sealed class HunterTests
{
    [Fact]
    public async Task A_correct_agent_is_not_accused()
    {
        var report = await Hunts.RunAsync(new CarefulClerk(), Hunts.Small with { Dreams = 200 });

        Assert.Empty(report.Failures);
        Assert.Equal(0, report.Failed);
        Assert.Empty(report.Unjudged);
        Assert.True(report.Passed > 60, $"{report.Passed} dreams");
        Assert.Equal(report.Dreams, report.Passed);
    }

    [Fact]
    public async Task A_violated_constraint_is_found_once_in_the_smallest_dream_and_named_with_its_step()
    {
        var report = await Hunts.RunAsync(new HastyClerk());

        var failure = Assert.Single(report.Failures, f => f.Cluster.Rule.Id == "looked-up-first");
        Assert.Equal("hand_out", failure.Cluster.Step);
        Assert.Equal(RuleKind.Invariant, failure.Cluster.Rule.Kind);
        Assert.NotNull(failure.Rating);
        Assert.True(failure.Dreams > 10);
        Assert.Equal(0, failure.Shrunk.After.Total);
        Assert.Equal(Owner.Agent, failure.Shrunk.Smallest.Scorecard.Owner);
    }

    [Fact]
    public async Task A_failure_that_needs_a_changed_world_is_shrunk_to_that_change_alone()
    {
        var report = await Hunts.RunAsync(new DeafClerk());

        var failure = Assert.Single(report.Failures);
        Assert.Equal("reported-coats-stay", failure.Cluster.Rule.Id);
        Assert.Equal([new WhatIf("reported-stolen")], failure.Shrunk.Smallest.Rollout.Dream.Skeleton.Operators);
    }

    [Fact]
    public async Task A_missed_success_is_clustered_by_how_the_conversation_ended_and_after_which_tool()
    {
        var report = await Hunts.RunAsync(new WearyClerk());

        Assert.All(report.Failures, f => Assert.Equal(("fetch-coat", RuleKind.Success), (f.Cluster.Rule.Id, f.Cluster.Rule.Kind)));
        Assert.Contains(report.Failures, f => f.Cluster.Step == "UserDone after find_coat");
        Assert.Contains(report.Failures, f => f.Cluster.Step == "UserDone after hand_out");
        Assert.All(report.Failures, f => Assert.All(f.Shrunk.Smallest.Rollout.Dream.Skeleton.Operators, o => Assert.Equal(1, Assert.IsType<InjectFault>(o).Times)));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_report_at_any_concurrency_and_another_seed_another_search()
    {
        var alone = await Hunts.RunAsync(new WearyClerk(), Hunts.Small with { Concurrency = 1 });
        var crowd = await Hunts.RunAsync(new WearyClerk(), Hunts.Small with { Concurrency = 8 });
        var other = await Hunts.RunAsync(new WearyClerk(), Hunts.Small with { Seed = 2 });

        Assert.Equal(JsonSerializer.Serialize(alone), JsonSerializer.Serialize(crowd));
        Assert.NotEqual(JsonSerializer.Serialize(alone with { Seed = 2 }), JsonSerializer.Serialize(other));
    }

    [Fact]
    public async Task The_search_goes_on_to_what_the_first_dreams_left_unexercised()
    {
        var begun = await Hunts.RunAsync(new CarefulClerk(), Hunts.Small with { Dreams = 3, RoundSize = 3 });
        var searched = await Hunts.RunAsync(new CarefulClerk(), Hunts.Small);

        Assert.Equal(searched.Coverage.Faults.Of, searched.Coverage.Faults.Exercised);
        Assert.True(searched.Coverage.FamilyTools.Exercised > begun.Coverage.FamilyTools.Exercised);
        Assert.InRange(searched.Coverage.Transitions.Exercised, 1, searched.Coverage.Transitions.Of);
    }

    [Fact]
    public async Task It_stops_after_as_many_different_failures_as_were_asked_for()
    {
        var report = await Hunts.RunAsync(new WearyClerk(), Hunts.Small with { StopAfter = 1 });

        Assert.Single(report.Failures);
        Assert.True(report.Dreams < Hunts.Small.Dreams);
        Assert.Contains("as many as were asked for", report.Ended);
    }

    [Fact]
    public async Task A_hunt_without_episodes_dreams_from_the_scenarios_and_says_so()
    {
        var report = await Hunts.RunAsync(new CarefulClerk());

        Assert.Equal(0, report.FromEpisodes);
        Assert.Contains(report.NotDone, n => n.StartsWith("No episodes were given", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recorded_failures_are_dreamed_of_first()
    {
        var episode = EpisodeId.Seal(new Episode
        {
            Id = "", Domain = "cloakroom", ContractHash = CloakroomDomain.Instance.ContractHash, TaskId = "task", Reward = 0,
            Trajectory = new Trajectory([new UserSaid("T-107, thanks"), new ToolCalled("1", "hand_out", new RawJson("""{"ticket":"T-107"}""")), new ToolReplied("1", "hand_out", ReplyOutcome.Result, "Handed out."), new Ended(EndReason.UserDone)]),
        });
        var parts = Hunts.Parts(new CarefulClerk()) with { Episodes = [new EpisodeRead(episode, null)] };

        var report = await new Hunter(parts, Hunts.Small with { Dreams = 1 }).HuntAsync(null, TestContext.Current.CancellationToken);

        Assert.Equal(1, report.FromEpisodes);
        Assert.DoesNotContain(report.NotDone, n => n.Contains("episodes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Criteria_count_only_when_they_are_asked_for()
    {
        var bare = await Hunts.RunAsync(new HastyClerk());
        var judged = await Hunts.RunAsync(new Curt(), Hunts.Small with { Criteria = true });

        Assert.DoesNotContain(bare.Failures, f => f.Cluster.Rule.Kind == RuleKind.Criterion);
        Assert.Contains(judged.Failures, f => f.Cluster.Rule is { Kind: RuleKind.Criterion, Id: "says-please" });
    }

    [Fact]
    public void An_option_out_of_its_range_is_refused()
    {
        Assert.Throws<ValidationException>(() => new Hunter(Hunts.Parts(new CarefulClerk()), new HuntOptions { Dreams = 0 }));
        Assert.Throws<ValidationException>(() => new Hunter(Hunts.Parts(new CarefulClerk()), new HuntOptions { TimeLimit = TimeSpan.Zero }));
    }

    private sealed class Curt() : Stubborn(_ => Says(new TextContent("No.")));
}
