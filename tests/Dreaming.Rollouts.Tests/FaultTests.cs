using System.Text.Json;
using System.Text.Json.Nodes;
using Dreaming.Agents;
using Dreaming.Dreams;
using Dreaming.Rollouts.Tests.Kiosk;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Rollouts.Tests;

public class FaultTests
{
    private readonly Bench _bench = new();

    [Theory]
    [InlineData(ToolFault.Timeout, "did not answer in time")]
    [InlineData(ToolFault.RateLimited, "retry after 30 seconds")]
    [InlineData(ToolFault.Transient, "internal error")]
    [InlineData(ToolFault.Outage, "out of service")]
    public async Task A_call_that_meets_such_a_fault_is_not_executed(ToolFault fault, string words)
    {
        var session = _bench.Runner.Open(KioskDomain.Dream(new InjectFault("cancel_ticket", fault, 1, 1)));
        await session.ActAsync(Call("cancel_ticket"));

        var reply = Assert.IsType<ToolReplied>(session.Trajectory.Events[^1]);
        Assert.Equal((ReplyOutcome.Fault, fault), (reply.Outcome, reply.Fault));
        Assert.Contains(words, reply.Content);
        Assert.Contains("was not executed", reply.Content);
        Assert.Empty(((KioskWorld)session.World).Cancelled);
        Assert.False(ToolFaults.Executes(fault, Effect.Write));
    }

    [Fact]
    public async Task A_fault_begins_and_ends_by_the_count_of_that_tools_calls()
    {
        var dream = KioskDomain.Dream(new InjectFault("show_ticket", ToolFault.Timeout, 2, 2));

        var rollout = await _bench.RunAsync(dream, Call("show_ticket"), Call("print_ticket"), Call("show_ticket"), Call("show_ticket"), Call("show_ticket"));

        Assert.Equal(
            [ReplyOutcome.Result, ReplyOutcome.Result, ReplyOutcome.Fault, ReplyOutcome.Fault, ReplyOutcome.Result],
            rollout.Trajectory.Calls().Select(c => c.Reply!.Outcome));
    }

    [Fact]
    public async Task An_outage_never_ends()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(new InjectFault("show_ticket", ToolFault.Outage, 2, 1)), Call("show_ticket"), Call("show_ticket"), Call("show_ticket"), Call("show_ticket"));

        Assert.Equal([null, ToolFault.Outage, ToolFault.Outage, ToolFault.Outage], rollout.Trajectory.Calls().Select(c => c.Reply!.Fault));
    }

    [Fact]
    public async Task A_call_that_broke_the_contract_does_not_use_up_a_fault()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(new InjectFault("show_ticket", ToolFault.Timeout, 1, 1)), Call("show_ticket", "nonsense"), Call("show_ticket"));

        Assert.Equal([ReplyOutcome.Invalid, ReplyOutcome.Fault], rollout.Trajectory.Calls().Select(c => c.Reply!.Outcome));
    }

    [Fact]
    public async Task A_partial_answer_was_executed_and_says_that_it_is_partial()
    {
        var reply = Bench.Reply(await _bench.RunAsync(KioskDomain.Dream(new InjectFault("show_ticket", ToolFault.Partial, 1, 1)), Call("show_ticket")));

        Assert.Equal((ReplyOutcome.Result, ToolFault.Partial), (reply.Outcome, reply.Fault));
        var answer = JsonNode.Parse(reply.Content)!;
        Assert.Single(answer["seats"]!.AsArray());
        Assert.Contains("partial", answer["notice"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_partial_answer_to_a_write_does_not_undo_it()
    {
        var session = _bench.Runner.Open(KioskDomain.Dream(new InjectFault("cancel_ticket", ToolFault.Partial, 1, 1)));
        await session.ActAsync(Call("cancel_ticket"));

        Assert.Contains("T-1001", ((KioskWorld)session.World).Cancelled);
        Assert.Equal("""{"ticket":"T-1001","notice":"partial answer: some entries are missing"}""", ((ToolReplied)session.Trajectory.Events[^1]).Content);
    }

    [Fact]
    public async Task A_stale_read_shows_the_world_at_the_start()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(new InjectFault("show_ticket", ToolFault.Stale, 1, 1)), Call("cancel_ticket"), Call("show_ticket"), Call("show_ticket"));

        var stale = Bench.Reply(rollout, 1);
        Assert.Equal((ReplyOutcome.Result, ToolFault.Stale), (stale.Outcome, stale.Fault));
        Assert.Contains("\"valid\"", stale.Content);
        Assert.Contains("as of the start of this conversation", stale.Content);
        Assert.Contains("\"cancelled\"", Bench.Reply(rollout, 2).Content);
    }

    [Fact]
    public async Task A_stale_write_is_executed_and_answered_as_if_nothing_were_wrong()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(new InjectFault("cancel_ticket", ToolFault.Stale, 1, 1)), Call("cancel_ticket"));

        Assert.Equal(("""{"ticket":"T-1001","refund":40}""", null), (Bench.Reply(rollout).Content, Bench.Reply(rollout).Fault));
        Assert.True(ToolFaults.Executes(ToolFault.Stale, Effect.Write));
        Assert.False(ToolFaults.Executes(ToolFault.Stale, Effect.Read));
    }

    [Theory]
    [InlineData("cancel_ticket")]
    [InlineData("print_ticket")]
    [InlineData("show_ticket")]
    public async Task A_malformed_answer_was_executed_and_is_no_json(string tool)
    {
        var session = _bench.Runner.Open(KioskDomain.Dream(new InjectFault(tool, ToolFault.Malformed, 1, 1)));
        await session.ActAsync(Call(tool));

        var reply = Assert.IsType<ToolReplied>(session.Trajectory.Events[^1]);
        Assert.Equal((ReplyOutcome.Result, ToolFault.Malformed), (reply.Outcome, reply.Fault));
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(reply.Content));
        Assert.Equal(1, ((KioskWorld)session.World).Handled);
    }

    [Fact]
    public async Task A_refusal_is_passed_on_as_it_is()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(new WhatIf("already-cancelled"), new InjectFault("cancel_ticket", ToolFault.Malformed, 1, 1)), Call("cancel_ticket"));

        Assert.Equal(new ToolReplied("call00001", "cancel_ticket", ReplyOutcome.Refused, "The ticket T-1001 is cancelled already."), Bench.Reply(rollout));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{}    ")]
    [InlineData("[]")]
    [InlineData("[1,2,3]")]
    [InlineData("12")]
    [InlineData("true")]
    [InlineData("")]
    [InlineData("plain words")]
    [InlineData("{\"a\":[{\"b\":1}]}")]
    public void Degraded_answers_are_what_they_claim_to_be(string content)
    {
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(DegradedAnswer.Malformed(content)));
        Assert.Contains("partial answer", DegradedAnswer.Partial(content));
        Assert.Contains("as of the start", DegradedAnswer.Stale(content));
    }

    [Fact]
    public void A_notice_never_replaces_a_member_of_the_answer()
    {
        Assert.Contains("\"notice\":\"mine\"", DegradedAnswer.Stale("""{"notice":"mine"}"""));
        Assert.Contains("\"_notice\":", DegradedAnswer.Stale("""{"notice":"mine"}"""));
    }
}
