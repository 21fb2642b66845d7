using Cloakroom;
using Microsoft.Extensions.AI;

namespace Dreaming.Hunting.Tests;

/// <summary>Agents that do the worst end a hunt in good order, each with its failure in the right hands.</summary>
public sealed class HostileAgentTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task An_agent_that_throws_is_one_failure_of_the_agent_whatever_the_scenario()
    {
        var failure = await OnlyFailureAsync(new Thrower());

        Assert.Equal("The agent threw InvalidOperationException", failure.Cluster.Step);
        Assert.Contains("boom", failure.Cluster.Rule.Because);
    }

    [Fact]
    public async Task An_agent_that_blocks_its_thread_hung_and_is_not_run_again_to_be_shrunk()
    {
        var failure = await OnlyFailureAsync(new Blocker(), Soon);

        Assert.Equal("The agent hung", failure.Cluster.Step);
        Assert.Equal(0, failure.Shrunk.Rollouts);
        Assert.False(failure.Shrunk.Finished);
    }

    [Fact]
    public async Task An_agent_that_waits_for_ever_hung() => Assert.Equal("The agent hung", (await OnlyFailureAsync(new Waiter(), Soon)).Cluster.Step);

    [Fact]
    public async Task An_agent_that_returns_no_task_threw() => Assert.StartsWith("The agent threw", (await OnlyFailureAsync(new NullAgent())).Cluster.Step, StringComparison.Ordinal);

    [Fact]
    public async Task An_agent_without_words_and_calls_stopped() =>
        Assert.Equal("The agent returned neither words nor calls", (await OnlyFailureAsync(new Mute())).Cluster.Step);

    [Fact]
    public async Task An_agent_that_floods_spends_its_budget_of_calls()
    {
        var report = await Hunts.RunAsync(new Flooder(), Hunts.Small with { Dreams = 6, ShrinkRollouts = 5 });

        Assert.All(report.Failures, f => Assert.Equal(Owner.Agent, f.Shrunk.Smallest.Scorecard.Owner));
        Assert.Equal("CallBudget after find_coat", Assert.Single(report.Failures).Cluster.Step);
    }

    [Fact]
    public async Task An_agent_that_shouts_is_one_failure_however_long_the_message() => Assert.Equal("The agent sent a message of N characters", (await OnlyFailureAsync(new Shouter())).Cluster.Step);

    [Fact]
    public async Task What_the_network_broke_is_no_failure_of_the_agent_and_ends_the_search_early()
    {
        var report = await Hunts.RunAsync(new Unplugged());

        Assert.Empty(report.Failures);
        Assert.Equal(report.Dreams, report.Unjudged[nameof(Owner.Infrastructure)]);
        Assert.True(report.Dreams < Hunts.Small.Dreams);
        Assert.Contains(report.NotDone, n => n.Contains("connection refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_time_limit_ends_the_search_of_an_agent_that_never_answers()
    {
        var report = await Hunts.RunAsync(new Waiter(), Hunts.Small with { TimeLimit = TimeSpan.FromMilliseconds(50) });

        Assert.Equal(0, report.Dreams);
        Assert.Equal("The time was over.", report.Ended);
    }

    [Fact]
    public async Task A_hunt_that_is_given_up_leaves_as_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Hunter(Hunts.Parts(new CarefulClerk()), Hunts.Small).HuntAsync(null, stop.Token));
    }

    private static async Task<HuntedFailure> OnlyFailureAsync(IChatClient agent, TimeSpan? patience = null)
    {
        var report = await Hunts.RunAsync(agent, Hunts.Small with { RoundSize = 6, ShrinkRollouts = 10 }, patience);
        Assert.Equal(6, report.Dreams);
        Assert.Contains("same breakdown", report.Ended);
        var failure = Assert.Single(report.Failures);
        Assert.Equal(Owner.Agent, failure.Shrunk.Smallest.Scorecard.Owner);
        return failure;
    }
}
