using System.Text.Json;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Dreams;
using Dreaming.Rollouts.Tests.Kiosk;
using Microsoft.Extensions.AI;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Rollouts.Tests;

public class CriticTests
{
    private static readonly AgentAction[] Good = [Call("show_ticket"), Call("cancel_ticket"), new Say("Your ticket has been cancelled.")];
    private static readonly AgentAction[] Hasty = [Call("cancel_ticket"), new Say("Your ticket has been cancelled.")];

    private static readonly InvariantContract LookFirst = new("look-first", Harm.Considerable, Likelihood.Medium, "A ticket is looked at before it is cancelled.", "cancel_ticket",
        c => c.Trajectory.Calls().Any(call => call.Called.Tool == "show_ticket" && call.Succeeded));

    private static readonly InvariantContract NotTwice = new("not-twice", Harm.Minor, Likelihood.Low, "A ticket is cancelled once.", "cancel_ticket",
        c => !((KioskWorld)c.World).Cancelled.Contains(((KioskCall)c.Call!).Ticket));

    private static readonly InvariantContract Ends = new("ends-well", Harm.Significant, Likelihood.Medium, "No conversation ends in a handover.", null,
        c => c.Trajectory.End.Reason != EndReason.Handover && c.Call is null);

    [Fact]
    public async Task A_success_without_a_breach_passes()
    {
        var bench = new Bench { Domain = new KioskDomain { WithInvariants = [LookFirst, NotTwice, Ends] } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Good));

        Assert.True(card.Passed);
        Assert.Equal((true, Owner.None, (string?)null), (card.Achieved, card.Owner, card.Unscored));
        Assert.Equal(new Score(1, 1, 1, null, 0), card.Score);
    }

    [Fact]
    public async Task A_breach_is_a_veto_with_its_place_and_rating()
    {
        var bench = new Bench { Domain = new KioskDomain { WithInvariants = [LookFirst] } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Hasty));

        Assert.False(card.Passed);
        Assert.Equal((true, Owner.Agent), (card.Achieved, card.Owner));
        Assert.Equal(new Breach("look-first", 1, 3, "A ticket is looked at before it is cancelled."), Assert.Single(card.Breaches));
        Assert.Equal(new Score(1, 0, 1, null, 0.4), card.Score);
    }

    [Fact]
    public async Task An_attempt_that_was_refused_or_met_a_fault_is_a_breach_all_the_same()
    {
        var bench = new Bench { Domain = new KioskDomain { WithInvariants = [LookFirst, NotTwice] } };

        var refused = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(new WhatIf("already-cancelled")), Hasty));
        var faulted = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(new InjectFault("cancel_ticket", ToolFault.Timeout, 1, 1)), Hasty));

        Assert.Equal(["look-first", "not-twice"], refused.Breaches.Select(b => b.Invariant));
        Assert.Equal(["look-first"], faulted.Breaches.Select(b => b.Invariant));
    }

    [Fact]
    public async Task A_call_that_broke_its_contract_was_no_attempt()
    {
        var bench = new Bench { Domain = new KioskDomain { WithInvariants = [LookFirst] } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Call("cancel_ticket", "1001"), Call("burn_ticket")));

        Assert.Empty(card.Breaches);
        Assert.Equal(0, card.Score.ToolCorrectness);
        Assert.False(card.Passed);
    }

    [Fact]
    public async Task An_invariant_sees_the_world_at_that_moment()
    {
        var bench = new Bench { Domain = new KioskDomain { WithInvariants = [NotTwice] } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Call("cancel_ticket"), Call("cancel_ticket"), Call("cancel_ticket")));

        Assert.Equal([3, 5], card.Breaches.Select(b => b.Event));
    }

    [Fact]
    public async Task A_write_that_met_a_timeout_did_not_change_the_world_of_the_critic()
    {
        var bench = new Bench { Domain = new KioskDomain { WithInvariants = [NotTwice] } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(new InjectFault("cancel_ticket", ToolFault.Timeout, 1, 1)), Call("cancel_ticket"), Call("cancel_ticket")));

        Assert.Empty(card.Breaches);
        Assert.True(card.Achieved);
    }

    [Theory]
    [InlineData(ToolFault.Partial)]
    [InlineData(ToolFault.Malformed)]
    [InlineData(ToolFault.Stale)]
    public async Task A_degraded_write_did_change_it(ToolFault fault)
    {
        var bench = new Bench();

        Assert.True((await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(new InjectFault("cancel_ticket", fault, 1, 1)), Call("cancel_ticket")))).Achieved);
    }

    [Fact]
    public async Task A_stale_read_is_replayed_without_a_quarrel()
    {
        var bench = new Bench();

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(new InjectFault("show_ticket", ToolFault.Stale, 1, 1)), Call("cancel_ticket"), Call("show_ticket"), Call("show_ticket")));

        Assert.Null(card.Unscored);
    }

    [Fact]
    public async Task An_end_invariant_is_asked_once_about_the_whole()
    {
        var bench = new Bench { Domain = new KioskDomain { WithInvariants = [Ends] } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Call("call_staff")));

        Assert.Equal(3, Assert.Single(card.Breaches).Event);
        Assert.Equal(EndReason.Handover, (await bench.RunAsync(KioskDomain.Dream(), Call("call_staff"))).Trajectory.End.Reason);
    }

    [Fact]
    public async Task An_agent_that_broke_down_achieved_nothing_even_if_the_world_looks_right()
    {
        var bench = new Bench();
        var agent = new ScriptedAgent((messages, _, _) => messages.Count == 1 ? Task.FromResult(Respond(Call("cancel_ticket"))) : throw new InvalidOperationException("bug"));

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), agent));

        Assert.Equal((false, Owner.Agent, false), (card.Achieved, card.Owner, card.Passed));
    }

    public static TheoryData<InvariantContract> Broken =>
    [
        LookFirst with { Holds = _ => throw new InvalidOperationException("typo") },
        Ends with { Holds = _ => throw new InvalidOperationException("typo") },
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task An_invariant_that_throws_is_no_verdict(InvariantContract invariant)
    {
        var bench = new Bench { Domain = new KioskDomain { WithInvariants = [invariant] } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Good));

        Assert.Equal((null, Owner.Contract, null, null), (card.Passed, card.Owner, card.Score.Total, card.Achieved));
        Assert.Contains(invariant.Id, card.Unscored);
        Assert.Contains("typo", card.Unscored);
    }

    [Fact]
    public async Task A_success_check_that_throws_is_no_verdict()
    {
        var bench = new Bench { Domain = new KioskDomain { WithScenario = new KioskScenario { Success = (_, _) => throw new InvalidOperationException("typo") } } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Good));

        Assert.Equal((null, Owner.Contract), (card.Passed, card.Owner));
    }

    [Fact]
    public async Task A_criterion_that_throws_leaves_the_rollout_unscored_and_the_other_verdicts_standing()
    {
        var bench = new Bench { Domain = new KioskDomain { WithCriteria = [Criterion("a", 5, _ => throw new InvalidOperationException("typo")), Criterion("b", 5, _ => Verdict.Met)] } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Good));

        Assert.Equal([Finding.Unscored, Finding.Met], card.Verdicts.Select(v => v.Finding));
        Assert.Equal((null, Owner.Contract, null), (card.Passed, card.Owner, card.Score.Total));
        Assert.Contains("typo", card.Unscored);
    }

    [Fact]
    public async Task Criteria_cannot_touch_each_others_world()
    {
        var meddling = Criterion("a", 5, c => ((KioskWorld)c.After).Handle(new KioskCall("cancel_ticket", "T-7777")).Refused);
        var watching = Criterion("b", 5, c => ((KioskWorld)c.After).Cancelled.Contains("T-7777"));
        var bench = new Bench { Domain = new KioskDomain { WithCriteria = [meddling, watching] } };

        Assert.All((await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Good))).Verdicts, v => Assert.Equal(Finding.NotMet, v.Finding));
    }

    [Fact]
    public async Task A_judged_criterion_without_a_chat_model_is_unscored_and_says_so()
    {
        var bench = new Bench { Domain = new KioskDomain { WithCriteria = [Criterion("plain-words", 5, null)] } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Good));

        Assert.Equal(new CriterionVerdict("plain-words", Finding.Unscored, "no chat model to judge"), Assert.Single(card.Verdicts));
        Assert.True(card.Passed);
        Assert.Null(card.Score.Total);
    }

    [Theory]
    [InlineData(EndReason.UserFailed, Owner.None, Owner.User)]
    [InlineData(EndReason.UserFailed, Owner.User, Owner.User)]
    [InlineData(EndReason.Broken, Owner.None, Owner.Infrastructure)]
    [InlineData(EndReason.Broken, Owner.Tool, Owner.Tool)]
    [InlineData(EndReason.Broken, Owner.Critic, Owner.Critic)]
    [InlineData(EndReason.Ungrounded, Owner.None, Owner.Tool)]
    [InlineData(EndReason.Unknown, Owner.None, Owner.Infrastructure)]
    public async Task A_failure_that_is_not_the_agents_is_never_a_score(EndReason reason, Owner given, Owner kept)
    {
        var bench = new Bench { Domain = new KioskDomain { WithCriteria = [Criterion("a", 5, _ => Verdict.Met)] } };
        var rollout = await bench.RunAsync(KioskDomain.Dream(), Good);
        var events = rollout.Trajectory.Events;

        var card = await bench.JudgeAsync(rollout with { Trajectory = new Trajectory(events.SetItem(events.Length - 1, new Ended(reason, given, "why"))) });

        Assert.Equal((null, kept, null), (card.Passed, card.Owner, card.Score.Total));
        Assert.Contains("why", card.Unscored);
        Assert.Equal(Finding.Unscored, Assert.Single(card.Verdicts).Finding);
    }

    [Fact]
    public async Task A_rollout_that_came_back_from_disk_gets_the_same_scorecard()
    {
        var bench = new Bench { Domain = new KioskDomain { WithInvariants = [Ends, LookFirst, NotTwice], WithCriteria = [Criterion("a", 5, _ => Verdict.Met)] } };
        var rollout = await bench.RunAsync(KioskDomain.Dream(), Call("cancel_ticket"), Call("cancel_ticket", "nonsense"), Call("cancel_ticket"), Call("call_staff"));
        var again = JsonSerializer.Deserialize<Rollout>(JsonSerializer.Serialize(rollout))!;

        var (first, second, third) = (await bench.JudgeAsync(rollout), await bench.JudgeAsync(rollout), await bench.JudgeAsync(again));

        Assert.Equal(4, first.Breaches.Length);
        Assert.Equal(JsonSerializer.Serialize(first), JsonSerializer.Serialize(second));
        Assert.Equal(JsonSerializer.Serialize(first), JsonSerializer.Serialize(third));
    }

    [Fact]
    public async Task A_sandbox_that_answers_otherwise_the_second_time_is_found_out()
    {
        var bench = new Bench();
        var rollout = await bench.RunAsync(KioskDomain.Dream(), Good);
        var forged = rollout.Trajectory.Events.Select(e => e is ToolReplied { Tool: "show_ticket" } reply ? reply with { Content = """{"status":"gold"}""" } : e);

        var card = await bench.JudgeAsync(rollout with { Trajectory = new Trajectory([.. forged]) });

        Assert.Equal((null, Owner.Tool), (card.Passed, card.Owner));
        Assert.Contains("not deterministic", card.Unscored);
    }

    [Fact]
    public async Task Cancellation_is_no_scorecard()
    {
        var bench = new Bench();
        var rollout = await bench.RunAsync(KioskDomain.Dream(), Good);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await new Critic(bench.Domain, bench.Root).JudgeAsync(rollout, new CancellationToken(true)));
    }

    internal static CriterionContract Criterion(string id, int points, Func<CriterionContext, Verdict>? judge) => new(id, "kiosk", Quest.Clarity, points, $"The text of {id}.", judge);
}
