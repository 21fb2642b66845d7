using System.Net.Sockets;
using Dreaming.Agents;
using Dreaming.Dreams;
using Dreaming.Rollouts.Tests.Kiosk;
using Dreaming.Users;
using Microsoft.Extensions.AI;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Rollouts.Tests;

public class EndTests
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task A_user_with_an_outcome_is_done()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(), Call("cancel_ticket"), new Say("Your ticket T-1001 has been cancelled."));

        Assert.Equal(new Ended(EndReason.UserDone), rollout.Trajectory.End);
        Assert.Equal(
            [typeof(UserSaid), typeof(ToolCalled), typeof(ToolReplied), typeof(AgentSaid), typeof(UserSaid), typeof(Ended)],
            rollout.Trajectory.Events.Select(e => e.GetType()));
    }

    [Fact]
    public async Task An_agent_that_says_the_same_again_and_again_loses_its_user()
    {
        var end = await Bench.EndOf(_bench.RunAsync(KioskDomain.Dream(), Always(new TextContent("Welcome to the kiosk."))));

        Assert.Equal((EndReason.UserGaveUp, Owner.Agent), (end.Reason, end.Owner));
    }

    [Fact]
    public async Task A_handover_that_succeeded_ends_the_conversation_and_counts_what_was_not_called()
    {
        var end = await Bench.EndOf(_bench.RunAsync(KioskDomain.Dream(), Always(Content("call_staff"), Content("cancel_ticket"))));

        Assert.Equal((EndReason.Handover, Owner.None), (end.Reason, end.Owner));
        Assert.Contains("1 further calls", end.Detail);
    }

    [Fact]
    public async Task A_handover_that_failed_does_not_end_it()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(new InjectFault("call_staff", ToolFault.Timeout, 1, 1)), Call("call_staff"), Call("call_staff"));

        Assert.Equal(EndReason.Handover, rollout.Trajectory.End.Reason);
        Assert.Equal([ReplyOutcome.Fault, ReplyOutcome.Result], rollout.Trajectory.Calls().Select(c => c.Reply!.Outcome));
    }

    [Fact]
    public async Task The_turn_budget_ends_a_user_who_never_tires()
    {
        var bench = new Bench { User = new Silent(() => new UserMove("And then?", null)) };

        var rollout = await bench.RunAsync(KioskDomain.Dream(turns: 3, toolCalls: 8), Always(new TextContent("Hm.")));

        Assert.Equal((EndReason.TurnBudget, Owner.Agent), (rollout.Trajectory.End.Reason, rollout.Trajectory.End.Owner));
        Assert.Equal(3, rollout.Trajectory.UserTexts.Count());
    }

    [Fact]
    public async Task The_call_budget_ends_a_flood_of_ten_thousand_calls()
    {
        var flood = Enumerable.Range(0, 10_000).Select(_ => (AIContent)Content("show_ticket")).ToArray();

        var rollout = await _bench.RunAsync(KioskDomain.Dream(turns: 3, toolCalls: 5), Always(flood));

        Assert.Equal((EndReason.CallBudget, Owner.Agent), (rollout.Trajectory.End.Reason, rollout.Trajectory.End.Owner));
        Assert.Contains("9995", rollout.Trajectory.End.Detail);
        Assert.Equal(5, rollout.Trajectory.Calls().Count());
    }

    [Fact]
    public async Task Calls_without_a_word_to_the_user_are_limited_even_within_the_budget()
    {
        var bench = new Bench { Options = new RolloutOptions { CallsPerTurn = 4 } };

        var rollout = await bench.RunAsync(KioskDomain.Dream(turns: 3, toolCalls: 1000), Always(Content("show_ticket")));

        Assert.Equal(EndReason.CallBudget, rollout.Trajectory.End.Reason);
        Assert.Equal(4, rollout.Trajectory.Calls().Count());
    }

    [Fact]
    public async Task An_empty_answer_stops_the_agent() =>
        Assert.Equal((EndReason.AgentStopped, Owner.Agent), Of(await Bench.EndOf(_bench.RunAsync(KioskDomain.Dream(), Always(new TextContent("  "))))));

    [Fact]
    public async Task An_agent_that_throws_has_failed() =>
        Assert.Equal((EndReason.AgentFailed, Owner.Agent), Of(await Bench.EndOf(_bench.RunAsync(KioskDomain.Dream(), Throwing(new InvalidOperationException("bug"))))));

    [Fact]
    public async Task An_agent_that_throws_before_it_returns_a_task_has_failed() =>
        Assert.Equal((EndReason.AgentFailed, Owner.Agent), Of(await Bench.EndOf(_bench.RunAsync(KioskDomain.Dream(), new ScriptedAgent((_, _, _) => throw new FormatException())))));

    [Fact]
    public async Task An_agent_that_returns_null_has_failed() =>
        Assert.Equal((EndReason.AgentFailed, Owner.Agent), Of(await Bench.EndOf(_bench.RunAsync(KioskDomain.Dream(), new ScriptedAgent((_, _, _) => Task.FromResult<ChatResponse>(null!))))));

    [Fact]
    public async Task An_agent_that_cancels_itself_has_failed_and_stops_nobody_else() =>
        Assert.Equal((EndReason.AgentFailed, Owner.Agent), Of(await Bench.EndOf(_bench.RunAsync(KioskDomain.Dream(), Throwing(new OperationCanceledException())))));

    public static TheoryData<Exception> Transport =>
    [
        new HttpRequestException("refused"), new IOException("reset"), new SocketException(10061), new TimeoutException("slow"),
        new TaskCanceledException("client limit", new TimeoutException()), new InvalidOperationException("wrapped", new HttpRequestException("refused")),
    ];

    [Theory]
    [MemberData(nameof(Transport))]
    public async Task A_network_that_fails_is_nobodys_performance(Exception thrown)
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(), Throwing(thrown));

        Assert.Equal((EndReason.Broken, Owner.Infrastructure), Of(rollout.Trajectory.End));
        Assert.Null((await _bench.JudgeAsync(rollout)).Passed);
    }

    [Fact]
    public async Task A_user_simulator_that_throws_is_to_blame()
    {
        var bench = new Bench { User = new Silent(() => throw new InvalidOperationException("lost the plot")) };

        var end = await Bench.EndOf(bench.RunAsync(KioskDomain.Dream(), new Say("Hello?")));

        Assert.Equal((EndReason.UserFailed, Owner.User), Of(end));
        Assert.Contains("lost the plot", end.Detail);
    }

    [Fact]
    public async Task A_user_simulator_that_says_nothing_is_to_blame()
    {
        var bench = new Bench { User = new Silent(() => default) };

        Assert.Equal((EndReason.UserFailed, Owner.User), Of(await Bench.EndOf(bench.RunAsync(KioskDomain.Dream(), new Say("Hello?")))));
    }

    [Fact]
    public async Task A_sandbox_that_throws_is_to_blame()
    {
        var end = await Bench.EndOf(_bench.RunAsync(KioskDomain.Dream(), Call("broken_tool")));

        Assert.Equal((EndReason.Broken, Owner.Tool), Of(end));
        Assert.Contains("the printer is on fire", end.Detail);
    }

    [Fact]
    public async Task A_sandbox_without_an_answer_leaves_the_dream_ungrounded() =>
        Assert.Equal((EndReason.Ungrounded, Owner.Tool), Of(await Bench.EndOf(_bench.RunAsync(KioskDomain.Dream(), Call("ungrounded_tool")))));

    [Theory]
    [InlineData("impossible")]
    [InlineData("never-declared")]
    public async Task A_world_that_cannot_be_opened_is_the_specifications_fault(string counterfactual)
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(new WhatIf(counterfactual)), new Say("Hello?"));

        Assert.Equal((EndReason.Broken, Owner.Contract), Of(rollout.Trajectory.End));
        Assert.Equal(Owner.Contract, (await _bench.JudgeAsync(rollout)).Owner);
    }

    [Fact]
    public void Nothing_can_be_done_after_the_end()
    {
        var session = _bench.Runner.Open(KioskDomain.Dream());
        Assert.True(session.ActAsync(Call("call_staff"), default).IsCompletedSuccessfully);

        Assert.True(session.Ended);
        Assert.Throws<InvalidOperationException>(() => session.ActAsync(new Say("And?"), default).GetAwaiter().GetResult());
    }

    private static (EndReason, Owner) Of(Ended end) => (end.Reason, end.Owner);
}
