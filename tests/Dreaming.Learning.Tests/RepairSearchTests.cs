using Dreaming.Agents;
using Dreaming.Critics;
using Dreaming.Distillation;
using Dreaming.Rollouts;

namespace Dreaming.Learning.Tests;

public sealed class RepairSearchTests
{
    private static readonly PolicyAgent Agent = new(Desk.Domain);
    private static readonly RepairSearch Search = new(Desk.Domain, Desk.Runner, Desk.Critic, new PolicyProposer(Desk.Domain), new RepairOptions());

    [Fact]
    public async Task A_repair_was_executed_in_the_very_dream_and_passed()
    {
        var repaired = 0;
        foreach (var (failed, scorecard) in await Failures.Value)
        {
            var findings = await Search.FindAsync(failed, scorecard, Agent, default);
            if (findings.Repairs.IsEmpty)
            {
                Assert.Null(findings.Passed);
                continue;
            }

            repaired++;
            Assert.True((await Desk.Critic.JudgeAsync(failed with { Trajectory = findings.Passed! })).Passed);
            foreach (var repair in findings.Repairs)
            {
                Assert.Equal(repair.State.Events.Length, repair.Step);
                Assert.NotEqual(repair.Attempted, repair.Corrected);
            }

            // The last correction alone, taken in its state, leads to the very conversation that passed.
            var last = findings.Repairs[^1];
            var session = Desk.Runner.Open(failed.Dream);
            foreach (var decision in Decision.In(last.State))
                await session.ActAsync(decision.Action);
            await session.ActAsync(last.Corrected);
            await Desk.Runner.ContinueAsync(session, Agent);
            Assert.Equal(findings.Passed!.Events.Length, session.Trajectory.Events.Length);
            Assert.True((await Desk.Critic.JudgeAsync(failed with { Trajectory = session.Trajectory })).Passed);
        }

        Assert.True(repaired >= 4, $"{repaired} repairs are too few to have shown anything.");
    }

    [Fact]
    public async Task Nothing_passes_by_doing_nothing()
    {
        foreach (var (failed, scorecard) in (await Failures.Value).Take(8))
            if ((await Search.FindAsync(failed, scorecard, Agent, default)).Passed is { } passed)
                Assert.Contains(passed.Events, e => e is ToolReplied);
    }

    [Fact]
    public async Task The_same_failure_gives_the_same_findings()
    {
        var (failed, scorecard) = (await Failures.Value)[0];
        var first = await Search.FindAsync(failed, scorecard, Agent, default);
        var second = await Search.FindAsync(failed, scorecard, Agent, default);
        Assert.Equal(first.Repairs.Select(r => r.Id), second.Repairs.Select(r => r.Id));
        Assert.Equal((first.Tried, first.Rollouts), (second.Tried, second.Rollouts));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task The_budget_of_rollouts_is_kept(int most)
    {
        var search = new RepairSearch(Desk.Domain, Desk.Runner, Desk.Critic, new PolicyProposer(Desk.Domain), new RepairOptions { MaxRollouts = most });
        foreach (var (failed, scorecard) in (await Failures.Value).Take(4))
            Assert.InRange((await search.FindAsync(failed, scorecard, Agent, default)).Rollouts, 0, most);
    }

    [Fact]
    public async Task A_rollout_that_did_not_fail_by_the_agent_is_left_alone()
    {
        var (failed, scorecard) = (await Failures.Value)[0];
        Assert.Equal(0, (await Search.FindAsync(failed, scorecard with { Owner = Owner.Tool }, Agent, default)).Rollouts);
        Assert.Equal(0, (await Search.FindAsync(failed, scorecard with { Achieved = true, Breaches = [], Owner = Owner.None }, Agent, default)).Rollouts);
    }

    [Fact]
    public async Task A_rollout_of_another_domain_is_refused()
    {
        var (failed, scorecard) = (await Failures.Value)[0];
        var foreign = failed with { Dream = failed.Dream with { Skeleton = failed.Dream.Skeleton with { Scenario = "moon-landing" } } };
        await Assert.ThrowsAsync<ArgumentException>(() => Search.FindAsync(foreign, scorecard, Agent, default));
    }

    [Fact]
    public async Task The_search_can_be_given_up()
    {
        var (failed, scorecard) = (await Failures.Value)[0];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Search.FindAsync(failed, scorecard, Agent, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task No_proposer_is_shown_a_word_of_the_rubric()
    {
        var shown = new List<string>();
        var search = new RepairSearch(Desk.Domain, Desk.Runner, Desk.Critic, new Listening(shown), new RepairOptions { MaxRollouts = 4 });
        foreach (var (failed, scorecard) in await Failures.Value)
            await search.FindAsync(failed, scorecard, Agent, default);
        Assert.NotEmpty(shown);
        foreach (var critique in shown)
        {
            Assert.DoesNotContain(Desk.Domain.Criteria, c => critique.Contains(c.Text, StringComparison.OrdinalIgnoreCase) || critique.Contains(c.Id, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("points", critique, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task What_was_attempted_is_not_proposed_again()
    {
        foreach (var (failed, _) in (await Failures.Value).Take(6))
        {
            foreach (var decision in Decision.In(failed.Trajectory))
            {
                var proposals = await new PolicyProposer(Desk.Domain).ProposeAsync(failed.Trajectory.Before(decision.Index), decision.Action, "The user did not get what they came for.", default);
                Assert.DoesNotContain(decision.Action, proposals);
                Assert.DoesNotContain(new Say(Phrasing.Claimed), proposals);
            }
        }
    }

    private static readonly Lazy<Task<List<(Rollout Rollout, Scorecard Scorecard)>>> Failures = new(async () =>
    {
        var failures = new List<(Rollout, Scorecard)>();
        foreach (var dream in Desk.Dreams(30, 11))
            if (await Desk.RunAsync(dream, Agent) is { Scorecard.Passed: false } failure)
                failures.Add(failure);
        return failures;
    });

    private sealed class Listening(List<string> shown) : IRepairProposer
    {
        private readonly PolicyProposer _inner = new(Desk.Domain);

        public string Id => "listening";

        public ValueTask<System.Collections.Immutable.ImmutableArray<AgentAction>> ProposeAsync(Trajectory state, AgentAction attempted, string critique, CancellationToken cancellationToken)
        {
            shown.Add(critique);
            return _inner.ProposeAsync(state, attempted, critique, cancellationToken);
        }
    }
}
