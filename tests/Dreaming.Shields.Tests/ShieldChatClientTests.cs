using Dreaming.Contracts;
using Dreaming.Shields.Tests.Kit;
using Microsoft.Extensions.AI;
using static Dreaming.Shields.Tests.Kit.Desk;
using static Dreaming.Shields.Tests.Kit.ScriptedModel;

namespace Dreaming.Shields.Tests;

public class ShieldChatClientTests
{
    [Fact]
    public async Task A_call_that_keeps_the_policy_is_passed_on_as_it_came()
    {
        var answer = Response(Say("One moment."), Call("cancel_ticket"));
        var model = new ScriptedModel(_ => answer);

        var response = await model.UseDreamingShield(Of(LookFirst)).GetResponseAsync([User(), .. Called("show_ticket", "valid")]);

        Assert.Same(answer, response);
        Assert.Single(model.Asked);
    }

    [Fact]
    public async Task A_call_that_breaks_the_policy_is_told_to_the_model_and_never_passed_on()
    {
        var model = ScriptedModel.Of([Call("cancel_ticket", id: "first")], [Call("show_ticket")]);

        var response = await model.UseDreamingShield(Of(LookFirst)).GetResponseAsync([User()]);

        Assert.Equal("show_ticket", Assert.Single(response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>()).Name);
        var told = Assert.IsType<FunctionResultContent>(Assert.Single(model.Asked[1][^1].Contents));
        Assert.Equal(("first", "Not executed: The call of cancel_ticket breaks the policy. look first. First: show_ticket succeeded (Ticket T-1001)."), (told.CallId, told.Result));
    }

    [Fact]
    public async Task A_call_that_failed_or_was_refused_is_none_that_succeeded()
    {
        foreach (var answer in (object[])["Error: the printer is on fire", System.Text.Json.JsonElement.Parse("""{"isError":true,"content":[]}""")])
        {
            var model = ScriptedModel.Of([Call("cancel_ticket")], [Say("Sorry.")]);
            var response = await model.UseDreamingShield(Of(LookFirst)).GetResponseAsync([User(), .. Called("show_ticket", answer)]);
            Assert.Equal("Sorry.", response.Text);
        }
    }

    [Fact]
    public async Task Another_value_of_the_key_does_not_help()
    {
        var model = ScriptedModel.Of([Call("cancel_ticket", "T-2002")], [Say("Sorry.")]);

        var response = await model.UseDreamingShield(Of(LookFirst)).GetResponseAsync([User(), .. Called("show_ticket", "valid", "T-1001")]);

        Assert.Equal("Sorry.", response.Text);
    }

    [Fact]
    public async Task Of_parallel_calls_none_is_made_when_one_is_refused_and_each_is_answered()
    {
        var model = ScriptedModel.Of([Call("show_ticket", id: "a"), Call("cancel_ticket", id: "b")], [Call("show_ticket", id: "c")]);

        var response = await model.UseDreamingShield(Of(LookFirst)).GetResponseAsync([User()]);

        Assert.Equal(["c"], response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Select(c => c.CallId));
        var told = model.Asked[1][^1].Contents.Cast<FunctionResultContent>().ToList();
        Assert.Equal(["a", "b"], told.Select(t => t.CallId));
        Assert.Contains("none of them was made", (string)told[0].Result!);
        Assert.Contains("First: show_ticket succeeded", (string)told[1].Result!);
    }

    [Fact]
    public async Task Of_parallel_calls_that_are_too_many_only_if_all_succeed_the_last_is_refused()
    {
        var model = ScriptedModel.Of([Call("cancel_ticket", id: "a"), Call("cancel_ticket", id: "b")], [Call("cancel_ticket", id: "c")]);

        var response = await model.UseDreamingShield(Of(CancelOnce)).GetResponseAsync([User()]);

        Assert.Single(response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>());
        Assert.Contains("cancel once.", (string)((FunctionResultContent)model.Asked[1][^1].Contents[1]).Result!);
    }

    [Fact]
    public async Task Calls_whose_outcomes_nobody_can_follow_any_more_have_to_wait()
    {
        var many = Enumerable.Range(0, 8).Select(i => (AIContent)Call("cancel_ticket", $"T-100{i}", $"c{i}")).ToArray();
        var model = ScriptedModel.Of(many, [Say("One by one.")]);

        var response = await model.UseDreamingShield(Of(CancelOnce)).GetResponseAsync([User()]);

        Assert.Equal("One by one.", response.Text);
        Assert.Contains(ResultsIn(model.Asked[1]), r => r.Contains("Wait for them"));
    }

    [Fact]
    public async Task Any_number_of_parallel_calls_goes_through_when_their_outcomes_change_nothing()
    {
        var many = Enumerable.Range(0, 40).Select(i => (AIContent)Call("print_ticket", $"T-10{i:D2}", $"c{i}")).ToArray();

        var response = await ScriptedModel.Of(many).UseDreamingShield(Of(CancelOnce, LookFirst)).GetResponseAsync([User()]);

        Assert.Equal(40, response.Messages.SelectMany(m => m.Contents).Count());
    }

    [Fact]
    public async Task A_final_reply_is_refused_while_something_is_due()
    {
        var model = ScriptedModel.Of([Say("Goodbye.")], [Call("call_staff")]);

        var response = await model.UseDreamingShield(Of(StaffForTheAngry)).GetResponseAsync([User("I am furious!!")], Final);

        Assert.IsType<FunctionCallContent>(Assert.Single(response.Messages.SelectMany(m => m.Contents)));
        var told = model.Asked[1][^1];
        Assert.Equal(ChatRole.System, told.Role);
        Assert.Equal("Your last message was not sent to the user. Something is due before the conversation ends. staff for the angry. Missing: call_staff succeeded.", told.Text);
    }

    [Fact]
    public async Task A_reply_that_is_not_final_may_leave_something_due()
    {
        var response = await ScriptedModel.Of([Say("What happened?")]).UseDreamingShield(Of(StaffForTheAngry)).GetResponseAsync([User("I am furious!!")]);

        Assert.Equal("What happened?", response.Text);
    }

    [Fact]
    public async Task A_reply_that_gives_the_turn_away_is_refused_when_the_users_next_message_would_break_the_policy()
    {
        var model = ScriptedModel.Of([Say("What happened?")], [Call("call_staff")]);

        await model.UseDreamingShield(Of(StaffAtOnce)).GetResponseAsync([User("I am furious!!")]);

        Assert.EndsWith("Something is due before it is the user's turn. staff at once. Missing: call_staff succeeded.", model.Asked[1][^1].Text);
    }

    [Fact]
    public async Task What_the_user_will_say_is_not_guessed()
    {
        var guarded = Templates.Absence("no-swearing", new AtomContract("the user swears", [AtomContract.UserTurnEvent]) { Guard = "Swears", Holds = _ => throw new InvalidOperationException() }, ConstraintScope.Conversation);

        var response = await ScriptedModel.Of([Say("Hello.")]).UseDreamingShield(Of(guarded)).GetResponseAsync([]);

        Assert.Equal("Hello.", response.Text);
    }

    [Fact]
    public async Task What_only_the_user_can_break_keeps_no_agent_from_answering()
    {
        var brief = Templates.AtMost("one-question-a-conversation", 1, Templates.Event(AtomContract.UserTurnEvent, "the user speaks"), scope: ConstraintScope.Conversation);

        var response = await ScriptedModel.Of([Say("Hello.")]).UseDreamingShield(Of(brief)).GetResponseAsync([User()]);

        Assert.Equal("Hello.", response.Text);
    }

    [Fact]
    public async Task A_call_after_which_the_policy_could_not_be_kept_is_refused_with_both_sides()
    {
        var receipt = Templates.Response("print-a-receipt", Templates.Tool("cancel_ticket", succeeded: true), Templates.Tool("print_ticket"), ConstraintScope.Calls);
        var never = Templates.NotSuccession("no-print-after-a-cancellation", Templates.Tool("cancel_ticket", succeeded: true), Templates.Tool("print_ticket"));
        var model = ScriptedModel.Of([Call("cancel_ticket")], [Say("Sorry.")]);

        await model.UseDreamingShield(Of(receipt, never)).GetResponseAsync([User()]);

        Assert.Equal(
            ["Not executed: After this call of cancel_ticket the policy could not be kept any more; these would contradict each other. no print after a cancellation. print a receipt."],
            ResultsIn(model.Asked[1]));
    }

    [Fact]
    public async Task Words_that_come_before_calls_are_judged_too()
    {
        var silent = Templates.Absence("say-nothing", Templates.Event(AtomContract.ReplyEvent, "a reply"), ConstraintScope.Conversation);
        var model = ScriptedModel.Of([Say("One moment."), Call("show_ticket", id: "a")], [Call("show_ticket", id: "b")]);

        var response = await model.UseDreamingShield(Of(silent)).GetResponseAsync([User()]);

        Assert.Equal(["b"], response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Select(c => c.CallId));
        Assert.Equal(["Not executed: This message breaks the policy. say nothing."], ResultsIn(model.Asked[1]));
    }

    [Fact]
    public async Task A_handover_ends_the_conversation_and_waits_for_what_is_due()
    {
        var receipt = Templates.Response("print-a-receipt", Templates.Tool("cancel_ticket", succeeded: true), Templates.Tool("print_ticket", succeeded: true), ConstraintScope.Calls);
        var history = new[] { User() }.Concat(Called("cancel_ticket", "refund 40")).ToList();
        var model = ScriptedModel.Of([Call("call_staff")], [Call("print_ticket")]);

        await model.UseDreamingShield(Of(receipt)).GetResponseAsync(history);
        var relaxed = await ScriptedModel.Of([Call("call_staff")]).UseDreamingShield(Of(receipt), new ShieldOptions { HandoverEnds = false }).GetResponseAsync(history);

        Assert.Equal(["refund 40", "Not executed: Something is due before the conversation ends. print a receipt. Missing: print_ticket succeeded."], ResultsIn(model.Asked[1]));
        Assert.Single(relaxed.Messages);
    }

    [Fact]
    public async Task After_so_many_refusals_the_user_reads_the_safe_reply()
    {
        var model = ScriptedModel.Of([Call("cancel_ticket")]);
        var options = new ShieldOptions { MaxRefusals = 2, SafeReply = "Please ask at the counter." };

        var response = await model.UseDreamingShield(Of(LookFirst), options).GetResponseAsync([User()]);

        Assert.Equal(("Please ask at the counter.", "gave-up"), (response.Text, response.AdditionalProperties![ShieldChatClient.SafeReplyProperty]));
        Assert.Equal(3, model.Asked.Count);
        Assert.Equal(36, response.Usage!.TotalTokenCount);
    }

    [Fact]
    public async Task What_the_refused_answers_used_is_counted()
    {
        var response = await ScriptedModel.Of([Call("cancel_ticket")], [Say("Sorry.")]).UseDreamingShield(Of(LookFirst)).GetResponseAsync([User()]);

        Assert.Equal((20, 4, 24), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.TotalTokenCount));
    }

    [Fact]
    public async Task What_was_broken_before_is_no_reason_to_refuse_what_does_not_make_it_worse()
    {
        var model = ScriptedModel.Of([Call("print_ticket")]);
        ChatMessage[] broken = [User(), .. Called("cancel_ticket", "refund")];

        await model.UseDreamingShield(Of(LookFirst)).GetResponseAsync(broken);

        Assert.Single(model.Asked);
    }

    [Fact]
    public async Task Observing_and_off_change_nothing()
    {
        foreach (var mode in (ShieldMode[])[ShieldMode.Observe, ShieldMode.Off])
        {
            var answer = Response(Call("cancel_ticket"));
            var response = await new ScriptedModel(_ => answer).UseDreamingShield(Of(LookFirst), new ShieldOptions { Mode = mode }).GetResponseAsync([User()]);
            Assert.Same(answer, response);
        }
    }

    [Fact]
    public async Task Cancellation_leaves_as_it_is()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScriptedModel.Of([Say("Hello.")]).UseDreamingShield(Of(LookFirst)).GetResponseAsync([User()], null, stop.Token));
    }

    [Fact]
    public async Task One_client_serves_many_conversations_at_once()
    {
        var model = new ScriptedModelOfTickets();
        var client = model.UseDreamingShield(Of(LookFirst));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => client.GetResponseAsync(
            i % 2 == 0 ? [User($"T-10{i:D2}")] : [User($"T-10{i:D2}"), .. Called("show_ticket", "valid", $"T-10{i:D2}")]))));

        Assert.Equal(Enumerable.Range(0, 50).Select(i => i % 2 == 0 ? "" : $"T-10{i:D2}"), answers.Select(a => a.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().FirstOrDefault()?.Arguments!["ticket"] ?? ""));
    }

    [Fact]
    public void Options_out_of_range_are_refused_when_the_shield_is_built()
    {
        foreach (var options in (ShieldOptions[])[new() { MaxRefusals = -1 }, new() { SafeReply = "" }, new() { Mode = (ShieldMode)9 }, new() { IsFinal = null! }])
            Assert.Throws<System.ComponentModel.DataAnnotations.ValidationException>(() => new PolicyShield(Of(LookFirst), options));
    }

    // Cancels the ticket that the user names, and gives up when it is refused.
    private sealed class ScriptedModelOfTickets : IChatClient
    {
        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            var asked = messages.ToList();
            return ResultsIn(asked).Any(r => r.StartsWith("Not executed", StringComparison.Ordinal)) ? Response(Say("Sorry.")) : Response(Call("cancel_ticket", asked[0].Text));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
