using System.Text.Json;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Dreams;
using Dreaming.Nights;
using Dreaming.Rollouts.Tests;
using Dreaming.Rollouts.Tests.Kiosk;
using Dreaming.Shields.Tests.Kit;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Shields.Tests.Uses;

public class PolicyCriticTests
{
    private static readonly AgentAction Done = new Say("Your ticket has been cancelled.");

    [Fact]
    public async Task A_violation_is_a_breach_at_its_event_with_its_rating()
    {
        var card = await JudgeAsync([Desk.LookFirst], Call("cancel_ticket"), Done);

        Assert.Equal(new Breach("look-first", 1, 3, "look first."), Assert.Single(card.Breaches));
        Assert.Equal((false, Owner.Agent, 0.4, 0.0), (card.Passed, card.Owner, card.Score.RiskPenalty, card.Score.ConstraintCompliance));
    }

    [Fact]
    public async Task Keeping_the_policy_is_no_breach()
    {
        var card = await JudgeAsync([Desk.LookFirst, Desk.CancelOnce], Call("show_ticket"), Call("cancel_ticket"), Done);

        Assert.Empty(card.Breaches);
        Assert.True(card.Passed);
    }

    [Fact]
    public async Task Each_value_of_the_key_is_a_breach_of_its_own_and_breaks_once()
    {
        var card = await JudgeAsync([Desk.LookFirst], Call("cancel_ticket", "T-1001"), Call("cancel_ticket", "T-1001"), Call("cancel_ticket", "T-2002"), Done);

        Assert.Equal([("look-first", 1), ("look-first", 5)], card.Breaches.Select(b => (b.Invariant, b.Event)));
    }

    [Fact]
    public async Task What_is_still_due_when_the_user_leaves_is_a_breach_at_the_last_event()
    {
        var receipt = Templates.Response("print-a-receipt", Templates.Tool("cancel_ticket", succeeded: true), Templates.Tool("print_ticket", succeeded: true), ConstraintScope.Calls);
        var bench = new Bench { Domain = new KioskDomain { WithConstraints = [receipt] } };
        var rollout = await bench.RunAsync(KioskDomain.Dream(), Call("cancel_ticket"), Done);

        var card = await bench.JudgeAsync(rollout);

        Assert.Equal(("print-a-receipt", rollout.Trajectory.Events.Length - 1), (card.Breaches[0].Invariant, card.Breaches[0].Event));
    }

    [Fact]
    public async Task A_conversation_whose_end_is_not_the_agents_doing_leaves_no_verdict()
    {
        var receipt = Templates.Response("print-a-receipt", Templates.Tool("cancel_ticket", succeeded: true), Templates.Tool("print_ticket", succeeded: true), ConstraintScope.Calls);
        var bench = new Bench { Domain = new KioskDomain { WithConstraints = [receipt] } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Call("cancel_ticket"), Call("ungrounded_tool")));

        Assert.Empty(card.Breaches);
        Assert.Equal((null, Owner.Tool), (card.Passed, card.Owner));
    }

    [Fact]
    public async Task A_call_that_met_a_fault_did_not_succeed()
    {
        var bench = new Bench { Domain = new KioskDomain { WithConstraints = [Desk.LookFirst] } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(new InjectFault("show_ticket", ToolFault.Timeout, 1, 1)), Call("show_ticket"), Call("cancel_ticket"), Done));

        Assert.Equal(3, Assert.Single(card.Breaches).Event);
    }

    [Fact]
    public async Task The_event_that_doomed_the_conversation_is_told()
    {
        // After a cancellation a receipt is due, and printing is forbidden once staff was called for.
        var receipt = Templates.Response("print-a-receipt", Templates.Tool("cancel_ticket", succeeded: true), Templates.Tool("print_ticket"), ConstraintScope.Calls);
        var never = Templates.NotSuccession("no-print-after-a-cancellation", Templates.Tool("cancel_ticket", succeeded: true), Templates.Tool("print_ticket"));

        var card = await JudgeAsync([never, receipt], Call("cancel_ticket"), Call("show_ticket"), Done);

        Assert.Equal(("print-a-receipt", 1), (card.Breaches[0].Invariant, card.Breaches[0].DoomedAt));
    }

    [Fact]
    public async Task Breaches_of_invariants_and_constraints_stand_in_the_order_of_events()
    {
        var invariant = new InvariantContract("never-print", Harm.Minor, Likelihood.Low, "", "print_ticket", _ => false);
        var bench = new Bench { Domain = new KioskDomain { WithConstraints = [Desk.LookFirst], WithInvariants = [invariant] } };

        var card = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Call("cancel_ticket"), Call("print_ticket"), Call("cancel_ticket", "T-2002"), Done));

        Assert.Equal([("look-first", 1), ("never-print", 3), ("look-first", 5)], card.Breaches.Select(b => (b.Invariant, b.Event)));
    }

    [Fact]
    public async Task A_guard_or_signal_that_throws_is_a_failure_of_the_contract()
    {
        var guard = Templates.Absence("no-vip-cancelled", Templates.Tool("cancel_ticket", guard: "IsVip", holds: _ => throw new InvalidOperationException("bug")));
        var signal = new SignalContract("broken", "Throws.", _ => throw new InvalidOperationException("bug"));

        var byGuard = await JudgeAsync([guard], Call("cancel_ticket"), Done);
        var bench = new Bench { Domain = new KioskDomain { WithConstraints = [Desk.LookFirst], WithSignals = [signal] } };
        var bySignal = await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), Done));

        Assert.All([byGuard, bySignal], c => Assert.Equal((Owner.Contract, null), (c.Owner, c.Passed)));
        Assert.Contains("IsVip", byGuard.Unscored);
        Assert.Contains("broken", bySignal.Unscored);
    }

    [Fact]
    public async Task Without_constraints_a_scorecard_is_written_as_it_was()
    {
        var rollout = await new Bench().RunAsync(KioskDomain.Dream(), Call("cancel_ticket"), Done);
        var card = (await new Bench().JudgeAsync(rollout)) with { Breaches = [new Breach("x", 1, 2, "y")] };

        Assert.Contains("""[{"invariant":"x","event":1,"rating":2,"because":"y"}]""", JsonSerializer.Serialize(new JudgedRollout(rollout, card), NightJson.Default.JudgedRollout));
    }

    private static async Task<Scorecard> JudgeAsync(ConstraintContract[] constraints, params AgentAction[] steps)
    {
        var bench = new Bench { Domain = new KioskDomain { WithConstraints = [.. constraints] } };
        return await bench.JudgeAsync(await bench.RunAsync(KioskDomain.Dream(), steps));
    }
}
