using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Nights;
using Dreaming.Shrinking;
using Dreaming.Xunit.Tests.Agents;
using Microsoft.Extensions.AI;
using RefillDesk.Dreams.Tests;

namespace Dreaming.Xunit.Tests;

public sealed class ShrinkerTests
{
    private static readonly InjectFault Cause = new("check_interactions", ToolFault.Timeout, 1, 2);

    private static readonly InjectFault Beside = new("check_stock", ToolFault.Transient, 1, 2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_is_left_with_its_cause_in_its_weakest_form_and_the_nearest_facts()
    {
        var (failure, rule) = await Desk.FailAsync(Desk.Dream(20, new OtherWords(1), Beside, new Noise(0.3), Cause), new HastyDesk());
        var shrunk = await Shrink(failure, rule, new HastyDesk(), new ShrinkOptions());

        Assert.Equal("interactions-checked-first", rule.Id);
        Assert.Equal([Cause with { Times = 1 }], shrunk.Smallest.Rollout.Dream.Skeleton.Operators);
        Assert.Equal(Desk.Dream(0).Skeleton.Facts, shrunk.Smallest.Rollout.Dream.Skeleton.Facts);
        Assert.True(rule.IsBrokenBy(shrunk.Smallest, Desk.Domain));
        Assert.Equal(1, shrunk.After.Total);
        Assert.True(shrunk.Before.CompareTo(shrunk.After) > 0);
        Assert.True(shrunk.Finished);
        Assert.Null(shrunk.FailureRate);
    }

    [Fact]
    public async Task Budgets_are_cut_to_what_the_violation_took()
    {
        var (failure, rule) = await Desk.FailAsync(Desk.Dream(0, Cause), new HastyDesk());
        var smallest = (await Shrink(failure, rule, new HastyDesk(), new ShrinkOptions())).Smallest;
        var until = smallest.Rollout.Trajectory.Events.Take(rule.EventIn(smallest.Scorecard)!.Value + 1).ToList();
        Assert.Equal(until.Count(e => e is ToolCalled), smallest.Rollout.Dream.Skeleton.ToolCalls);
        Assert.Equal(until.Count(e => e is UserSaid), smallest.Rollout.Dream.Skeleton.Turns);
    }

    [Fact]
    public async Task What_is_frozen_fails_alike_and_leaves_another_agent_the_budget_to_pass()
    {
        var (failure, rule) = await Desk.FailAsync(Desk.Dream(20, Beside, Cause), new HastyDesk());
        var frozen = Regressions.FrozenDream.Of(await Shrink(failure, rule, new HastyDesk(), new ShrinkOptions()), Desk.Domain);
        Assert.Equal(rule.Id, (await Desk.FailAsync(frozen.Dream, new HastyDesk())).Rule.Id);
        Assert.True((await Desk.Stage.RehearseAsync(frozen.Dream, new CarefulDesk(), 0, Stop)).Scorecard.Passed);
    }

    [Fact]
    public async Task The_words_stay_as_they_were_while_the_dream_gets_smaller()
    {
        var (failure, rule) = await Desk.FailAsync(Desk.Dream(0, new OtherWords(1), Beside, Cause), new HastyDesk());
        var shrunk = await Shrink(failure, rule, new HastyDesk(), new ShrinkOptions());
        Assert.Equal(failure.Rollout.Dream.Opening, shrunk.Smallest.Rollout.Dream.Opening);
        Assert.Equal(failure.Rollout.Dream.Seed, shrunk.Smallest.Rollout.Dream.Seed);
    }

    [Fact]
    public async Task A_missed_success_keeps_its_budget_since_with_less_anybody_misses_it()
    {
        var (failure, rule) = await Desk.FailAsync(Desk.Dream(20, Beside), new Mute());
        var shrunk = await Shrink(failure, rule, new Mute(), new ShrinkOptions());
        Assert.Equal(RuleKind.Success, rule.Kind);
        Assert.Equal(0, shrunk.After.Total);
        Assert.Equal(shrunk.Before.Budget, shrunk.After.Budget);
        Assert.Null(shrunk.Smallest.Rollout.Dream.Skeleton.Family);
    }

    [Fact]
    public async Task The_same_failure_shrinks_to_the_same_dream()
    {
        var (failure, rule) = await Desk.FailAsync(Desk.Dream(9, Beside, Cause), new HastyDesk());
        var first = await Shrink(failure, rule, new HastyDesk(), new ShrinkOptions());
        var second = await Shrink(failure, rule, new HastyDesk(), new ShrinkOptions());
        Assert.Equal(first.Smallest.Rollout.Dream.Id, second.Smallest.Rollout.Dream.Id);
        Assert.Equal(first.Rollouts, second.Rollouts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task No_more_rollouts_are_made_than_are_allowed(int most)
    {
        var (failure, rule) = await Desk.FailAsync(Desk.Dream(20, new OtherWords(1), Beside, Cause), new HastyDesk());
        var made = 0;
        var shrunk = await new Shrinker(Desk.Domain, Desk.Stage.World, new ShrinkOptions { MostRollouts = most }).ShrinkAsync(failure, rule, (dream, trial, stop) =>
        {
            made++;
            return Desk.Stage.RehearseAsync(dream, new HastyDesk(), trial, stop);
        }, Stop);
        Assert.Equal(most, made);
        Assert.Equal(most, shrunk.Rollouts);
        Assert.False(shrunk.Finished);
        Assert.True(rule.IsBrokenBy(shrunk.Smallest, Desk.Domain));
    }

    [Fact]
    public async Task An_agent_that_fails_only_now_and_then_is_left_with_the_cause_as_well()
    {
        var agent = new MoodyDesk(0.7);
        var (failure, rule) = await FailOnceAsync(Desk.Dream(20, new OtherWords(1), Beside, Cause), agent);
        var shrunk = await Shrink(failure, rule, agent, new ShrinkOptions { MostRollouts = 2000 });
        Assert.InRange(shrunk.FailureRate!.Value, 0.3, 0.99);
        Assert.True(shrunk.Finished);
        Assert.Equal([Cause with { Times = 1 }], shrunk.Smallest.Rollout.Dream.Skeleton.Operators);
        Assert.True(rule.IsBrokenBy(shrunk.Smallest, Desk.Domain));
    }

    [Fact]
    public async Task A_dream_in_which_the_failure_gets_rare_is_not_taken()
    {
        // Without the fault of the stock the agent is hasty in one conversation of ten; with it, always.
        var (failure, rule) = await Desk.FailAsync(Desk.Dream(0, Beside, Cause), new HastyDesk());
        var shrunk = await new Shrinker(Desk.Domain, Desk.Stage.World, new ShrinkOptions { MostRollouts = 2000, Stochastic = true }).ShrinkAsync(failure, rule, (dream, trial, stop) =>
            Desk.Stage.RehearseAsync(dream, dream.Skeleton.Operators.Any(o => o is InjectFault { Tool: "check_stock" }) || trial % 10 == 9 ? new HastyDesk() : new CarefulDesk(), trial, stop), Stop);
        Assert.Equal(1, shrunk.FailureRate);
        Assert.Equal([Beside with { Times = 1 }, Cause with { Times = 1 }], shrunk.Smallest.Rollout.Dream.Skeleton.Operators);
    }

    [Fact]
    public async Task The_search_can_be_given_up()
    {
        var (failure, rule) = await Desk.FailAsync(Desk.Dream(20, Beside, Cause), new HastyDesk());
        using var stop = new CancellationTokenSource();
        var agent = new WatchedAgent(new HastyDesk(), answers =>
        {
            if (answers == 12)
                stop.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Desk.Stage.ShrinkAsync(failure, rule, agent, 200, stop.Token));
    }

    private static Task<ShrinkResult> Shrink(JudgedRollout failure, FailedRule rule, IChatClient agent, ShrinkOptions options) =>
        new Shrinker(Desk.Domain, Desk.Stage.World, options).ShrinkAsync(failure, rule, (dream, trial, stop) => Desk.Stage.RehearseAsync(dream, agent, trial, stop), Stop);

    private static async Task<(JudgedRollout Failure, FailedRule Rule)> FailOnceAsync(Dream dream, IChatClient agent)
    {
        for (var trial = 0; trial < 50; trial++)
        {
            var judged = await Desk.Stage.RehearseAsync(dream, agent, trial, Stop);
            if (FailedRule.Of(judged, Desk.Domain) is { } rule)
                return (judged, rule);
        }

        throw new InvalidOperationException("The agent never fails in this dream.");
    }

    private sealed class Mute : Dreaming.Samples.RuleAgent
    {
        public override AIContent Next(Dreaming.Samples.TalkSoFar talk) => Say("I am sorry, I cannot help you with that.");
    }
}
