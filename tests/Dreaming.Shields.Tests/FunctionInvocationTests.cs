using Dreaming.Contracts;
using Dreaming.Shields.Tests.Kit;
using Microsoft.Extensions.AI;
using static Dreaming.Shields.Tests.Kit.Desk;
using static Dreaming.Shields.Tests.Kit.ScriptedModel;

namespace Dreaming.Shields.Tests;

public class FunctionInvocationTests
{
    private static ShieldedCall Invoked => new(FunctionInvoker.CurrentContext!.Messages, FunctionInvoker.CurrentContext.CallContent.CallId);

    [Fact]
    public async Task Inside_of_function_invocation_no_refused_call_is_made()
    {
        var counter = new Counter();
        var model = ScriptedModel.Of([Call("cancel_ticket", id: "1")], [Call("show_ticket", id: "2")], [Call("cancel_ticket", id: "3")], [Say("It is cancelled.")]);
        var client = new FunctionInvoker(model.UseDreamingShield(Of(LookFirst, CancelOnce)));

        var response = await client.GetResponseAsync([User()], new ChatOptions { Tools = counter.Functions });

        Assert.Equal(["show_ticket T-1001", "cancel_ticket T-1001"], counter.Made);
        Assert.Equal("It is cancelled.", response.Text);
        Assert.DoesNotContain(ResultsIn(response.Messages), r => r.StartsWith("Not executed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_cancellation_is_refused_in_a_later_request()
    {
        var counter = new Counter();
        var model = ScriptedModel.Of([Call("cancel_ticket", id: "1")], [Say("Done.")], [Call("cancel_ticket", id: "1")], [Say("It was cancelled already.")]);
        var client = new FunctionInvoker(model.UseDreamingShield(Of(CancelOnce)));
        var tools = new ChatOptions { Tools = counter.Functions };
        List<ChatMessage> history = [User()];

        history.AddRange((await client.GetResponseAsync(history, tools)).Messages);
        history.Add(User("Again, please."));
        history.AddRange((await client.GetResponseAsync(history, tools)).Messages);

        Assert.Equal(["cancel_ticket T-1001"], counter.Made);
        Assert.Equal("It was cancelled already.", history[^1].Text);
    }

    [Fact]
    public async Task Outside_of_function_invocation_a_refused_reply_keeps_the_calls_that_were_made()
    {
        var counter = new Counter();
        var model = ScriptedModel.Of([Call("show_ticket", id: "1")], [Say("Goodbye.")], [Call("call_staff", id: "2")], [Say("Staff is coming.")]);
        var options = Final;
        options.Tools = counter.Functions;

        var response = await new FunctionInvoker(model).UseDreamingShield(Of(StaffForTheAngry)).GetResponseAsync([User("I am furious!!")], options);

        Assert.Equal(["show_ticket T-1001", "call_staff T-1001"], counter.Made);
        Assert.Equal(["show_ticket", "call_staff"], response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Select(c => c.Name));
        Assert.Equal("Staff is coming.", response.Text);
    }

    [Fact]
    public async Task A_shielded_function_is_not_invoked_and_its_result_says_what_is_missing()
    {
        var counter = new Counter();
        var model = ScriptedModel.Of([Call("cancel_ticket", id: "1")], [Call("show_ticket", id: "2")], [Call("cancel_ticket", id: "3")], [Say("Done.")]);
        var tools = ShieldedFunction.Wrap(counter.Functions, new PolicyShield(Of(LookFirst, CancelOnce)), _ => Invoked);

        var response = await new FunctionInvoker(model).GetResponseAsync([User()], new ChatOptions { Tools = tools });

        Assert.Equal(["show_ticket T-1001", "cancel_ticket T-1001"], counter.Made);
        Assert.Equal("Not executed: The call of cancel_ticket breaks the policy. look first. First: show_ticket succeeded (Ticket T-1001).", ResultsIn(response.Messages).First());
    }

    [Fact]
    public async Task A_refused_call_never_happened()
    {
        var counter = new Counter();
        var attempts = Templates.AtMost("two-attempts", 1, Templates.Tool("cancel_ticket"));
        var model = ScriptedModel.Of([Call("cancel_ticket", id: "1")], [Call("show_ticket", id: "2")], [Call("cancel_ticket", id: "3")], [Say("Done.")]);
        var shield = new PolicyShield(Of(LookFirst, attempts));
        var tools = new ChatOptions { Tools = ShieldedFunction.Wrap(counter.Functions, shield, _ => Invoked) };

        await new FunctionInvoker(model).UseDreamingShield(Of(LookFirst, attempts)).GetResponseAsync([User()], tools);

        Assert.Contains("cancel_ticket T-1001", counter.Made);
    }

    [Fact]
    public async Task A_tool_cannot_pass_its_result_for_a_refusal()
    {
        var function = AIFunctionFactory.Create((string ticket) => "Not executed: of course it was", "cancel_ticket");
        ChatMessage[] messages = [User(), new(ChatRole.Assistant, [Call("cancel_ticket", id: "1")])];
        var shielded = new ShieldedFunction(function, new PolicyShield(Of(CancelOnce)), _ => new(messages, "1"));

        var result = await shielded.InvokeAsync(new AIFunctionArguments { ["ticket"] = "T-1001" });
        var again = new ShieldedFunction(function, new PolicyShield(Of(CancelOnce)), _ => new([.. messages, new(ChatRole.Tool, [new FunctionResultContent("1", result)])], null));

        Assert.Equal("The tool said: Not executed: of course it was", result!.ToString());
        Assert.StartsWith("Not executed: The call of cancel_ticket breaks", (await again.InvokeAsync(new AIFunctionArguments { ["ticket"] = "T-1001" }))!.ToString());
    }

    [Fact]
    public async Task Of_two_equal_calls_in_one_message_the_second_is_refused()
    {
        var counter = new Counter();
        var model = ScriptedModel.Of([Call("cancel_ticket", id: "1"), Call("cancel_ticket", id: "2")], [Say("Done.")]);
        var tools = ShieldedFunction.Wrap(counter.Functions, new PolicyShield(Of(CancelOnce)), _ => Invoked);

        await new FunctionInvoker(model).GetResponseAsync([User()], new ChatOptions { Tools = tools });

        Assert.Equal(["cancel_ticket T-1001"], counter.Made);
    }

    [Fact]
    public async Task A_function_whose_conversation_nobody_gives_closes_or_opens()
    {
        foreach (var (failure, made) in ((ShieldFailure, int)[])[(ShieldFailure.Close, 0), (ShieldFailure.Open, 1)])
        {
            var counter = new Counter();
            var shield = new PolicyShield(Of(LookFirst), new ShieldOptions { OnFailure = failure });
            var function = new ShieldedFunction((AIFunction)counter.Functions[0], shield, _ => throw new InvalidOperationException("no context"));
            try
            {
                await function.InvokeAsync(new AIFunctionArguments { ["ticket"] = "T-1001" });
            }
            catch (InvalidOperationException e) when (e.Message == "the printer is on fire")
            {
                // The first tool of the kiosk is the broken one: that it was reached is what counts.
            }

            Assert.Equal(made, counter.Made.Count);
        }
    }

    [Fact]
    public async Task While_it_observes_a_shielded_function_is_invoked()
    {
        var counter = new Counter();
        var shield = new PolicyShield(Of(LookFirst), new ShieldOptions { Mode = ShieldMode.Observe });
        var cancel = (AIFunction)counter.Functions.Single(f => f.Name == "cancel_ticket");

        await new ShieldedFunction(cancel, shield, _ => new([User()], null)).InvokeAsync(new AIFunctionArguments { ["ticket"] = "T-1001" });

        Assert.Equal(["cancel_ticket T-1001"], counter.Made);
    }
}
