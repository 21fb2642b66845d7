using System.Text.Json;
using Dreaming.Shields.Tests.Kit;
using Microsoft.Extensions.AI;
using static Dreaming.Shields.Tests.Kit.ScriptedModel;

namespace Dreaming.Shields.Tests;

public class ConversationTests
{
    [Fact]
    public void Words_come_before_calls_and_one_answer_says_one_thing()
    {
        var read = Read(
            new(ChatRole.System, "Be kind."),
            new(ChatRole.User, [new TextContent("Hello"), new UriContent("https://example.org/a.png", "image/png"), new TextContent("there")]),
            new(ChatRole.Assistant, [new TextReasoningContent("hm"), Call("show_ticket", id: "a"), Say(" One moment. ")]),
            new(ChatRole.Assistant, [Say("Looking.")]),
            new(ChatRole.Tool, [new FunctionResultContent("a", "valid")]));

        Assert.Equal(
            [new UserSaid("Hello\nthere"), new AgentSaid("One moment.\nLooking."), new ToolCalled("call00001", "show_ticket", new RawJson("""{"ticket":"T-1001"}""")), new ToolReplied("call00001", "show_ticket", ReplyOutcome.Result, "valid")],
            read.Events);
    }

    [Fact]
    public void Calls_that_share_an_id_are_told_apart()
    {
        var read = Read([Desk.User(), .. Desk.Called("show_ticket", "one", id: "same"), .. Desk.Called("print_ticket", "two", id: "same")]);

        Assert.Equal([("call00001", "one"), ("call00002", "two")], read.Events.OfType<ToolReplied>().Select(r => (r.CallId, r.Content)));
    }

    [Fact]
    public void Of_calls_without_a_result_only_those_at_the_end_are_under_way()
    {
        var read = Read(Desk.User(), new(ChatRole.Assistant, [Call("show_ticket", id: "lost")]), Desk.User("Hello?"), new(ChatRole.Assistant, [Call("print_ticket", id: "a"), Call("call_staff", id: "b")]), new(ChatRole.Tool, [new FunctionResultContent("a", "printed")]));

        Assert.Equal(["call_staff"], ShieldSession.Waiting(read).Select(i => ((ToolCalled)read.Events[i]).Tool));
    }

    [Fact]
    public void Hostile_messages_are_read_all_the_same()
    {
        var read = Read(
            null!, new(ChatRole.User, []), new(ChatRole.User, "\ud800"), new(new ChatRole("wizard"), "spell"), new(ChatRole.Tool, [new FunctionResultContent("never", "made")]),
            new(ChatRole.Assistant, [new FunctionCallContent("x", "show_ticket", new Dictionary<string, object?> { ["a"] = new Thrower(), ["ticket"] = "T-1001" }), new FunctionCallContent("y", "")]),
            new(ChatRole.User, [new FunctionResultContent("x", new Thrower())]));

        Assert.Equal([typeof(UserSaid), typeof(ToolCalled), typeof(ToolCalled), typeof(ToolReplied)], read.Events.Select(e => e.GetType()));
        Assert.Equal("\ufffd", ((UserSaid)read.Events[0]).Text);
    }

    [Fact]
    public void A_call_whose_arguments_are_no_json_is_a_call_of_no_tool()
    {
        var garbled = Call("show_ticket");
        garbled.Exception = new JsonException("no JSON");

        var read = Read(Desk.User(), new(ChatRole.Assistant, [garbled]));

        var called = Assert.IsType<ToolCalled>(read.Events[1]) with { Arguments = new RawJson("""{"ticket":"T-1001"}""") };
        Assert.Equal(PolicyEvent.OfUnknownCall(), PolicyTrace.Call(Desk.Of(), called, succeeded: false));
        Assert.Equal("show_ticket", PolicyTrace.Call(Desk.Of(), called with { Violations = [] }, succeeded: false).Name);
    }

    [Theory]
    [InlineData("valid", ReplyOutcome.Result)]
    [InlineData("", ReplyOutcome.Result)]
    [InlineData("Error: no such ticket", ReplyOutcome.Refused)]
    public void What_a_tool_answered_is_read_off_its_words(string words, ReplyOutcome outcome) => Assert.Equal(
        (outcome, outcome, outcome),
        (ToolAnswers.Outcome(new("a", words)), ToolAnswers.Outcome(new("a", JsonSerializer.SerializeToElement(words))), ToolAnswers.Outcome(new("a", new TextContent(words)))));

    [Fact]
    public void What_a_tool_answered_is_read_off_its_marks_first()
    {
        Assert.Equal(ReplyOutcome.Fault, ToolAnswers.Outcome(new("a", "fine") { Exception = new TimeoutException() }));
        Assert.Equal(ReplyOutcome.Fault, ToolAnswers.Outcome(new("a", JsonElement.Parse("""{"isError":true}"""))));
        Assert.Equal(ReplyOutcome.Invalid, ToolAnswers.Outcome(new("a", "fine") { AdditionalProperties = new() { ["outcome"] = "invalid" } }));
        Assert.Equal(ReplyOutcome.Result, ToolAnswers.Outcome(new("a", "Error-free") { AdditionalProperties = new() { ["outcome"] = JsonSerializer.SerializeToElement("Result") } }));
        Assert.Equal(ReplyOutcome.Result, ToolAnswers.Outcome(new("a", "fine") { AdditionalProperties = new() { ["outcome"] = "77" } }));
    }

    private static Trajectory Read(params ChatMessage[] messages) => new ShieldedConversation(ToolAnswers.Outcome, _ => false).Read(messages).Trajectory;

    private sealed class Thrower
    {
        public string Value => throw new InvalidOperationException("no");

        public override string ToString() => "thrower";
    }
}
