using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Episodes;
using Microsoft.Extensions.AI;

namespace Dreaming.Dreams.Tests;

public class ChatTranscriptTests
{
    private static readonly Trajectory Varied = new(
    [
        new UserSaid("Hello"),
        new UserSaid(""),
        new AgentSaid("I look.\u0000 <script>"),
        Given.Call("a", "verify_member", """{"name":"é \"x\"","n":1.50}"""),
        Given.Call("b", "list_loans", """{ "member_id" : "M-0001", "member_id": "twice" }"""),
        Given.Reply("a", "verify_member", "No such member", ReplyOutcome.Refused),
        Given.Reply("b", "list_loans", "", ReplyOutcome.Fault, ToolFault.Timeout),
        Given.Call("c", "renew_loan", "[1,2]"),
        Given.Reply("c", "renew_loan", """{"cut":""", ReplyOutcome.Result, ToolFault.Malformed),
        Given.Reply("lost", "renew_loan", "x", ReplyOutcome.Invalid),
        new AgentSaid("Error? No."),
        new AgentSaid("Bye"),
    ]);

    [Fact]
    public void A_trajectory_survives_the_way_to_messages_and_back()
    {
        var end = new Ended(EndReason.AgentFailed, Owner.Agent, "It threw.");
        var back = ChatTranscript.FromMessages(ChatTranscript.ToMessages(Varied), end);
        Assert.Equal(Varied.Events.Add(end), back.Events);
    }

    [Fact]
    public void A_trajectory_survives_the_way_through_serialised_messages()
    {
        var json = JsonSerializer.Serialize(ChatTranscript.ToMessages(Varied), AIJsonUtilities.DefaultOptions);
        var messages = JsonSerializer.Deserialize<IList<ChatMessage>>(json, AIJsonUtilities.DefaultOptions)!;
        Assert.Equal(Varied.Events, ChatTranscript.FromMessages(messages).Events);
    }

    [Fact]
    public void Words_and_calls_of_one_turn_form_one_message()
    {
        var messages = ChatTranscript.ToMessages(Varied);
        Assert.Equal(["user", "user", "assistant", "tool", "assistant", "tool", "assistant"], messages.Select(m => m.Role.Value));
        Assert.Equal(3, messages[2].Contents.Count);
    }

    [Fact]
    public void A_reply_that_does_not_say_how_it_went_is_an_error_when_it_begins_with_one()
    {
        var trajectory = ChatTranscript.FromMessages(
        [
            new(ChatRole.Assistant, [new FunctionCallContent("1", "list_loans", new Dictionary<string, object?> { ["member_id"] = "M-0001" }), new FunctionCallContent("2", "list_loans")]),
            new(ChatRole.Tool, [new FunctionResultContent("1", "Error: no member"), new FunctionResultContent("2", new[] { 1, 2 })]),
        ]);
        Assert.Equal("""{"member_id":"M-0001"}""", ((ToolCalled)trajectory.Events[0]).Arguments.Text);
        Assert.Equal(ReplyOutcome.Refused, ((ToolReplied)trajectory.Events[2]).Outcome);
        Assert.Equal(Given.Reply("2", "list_loans", "[1,2]"), trajectory.Events[3]);
    }

    [Fact]
    public void What_a_role_cannot_say_is_refused()
    {
        Assert.Throws<FormatException>(() => ChatTranscript.FromMessages([new(ChatRole.User, [new FunctionCallContent("1", "x")])]));
        Assert.Throws<FormatException>(() => ChatTranscript.FromMessages([new(ChatRole.Tool, "words")]));
        Assert.Throws<FormatException>(() => ChatTranscript.FromMessages([new(ChatRole.User, [new DataContent("data:image/png;base64,AA==")])]));
        Assert.Throws<FormatException>(() => ChatTranscript.FromMessages([new ChatMessage { Role = ChatRole.User }]));
    }

    [Fact]
    public void System_messages_are_no_events() =>
        Assert.Equal([new UserSaid("Hi")], ChatTranscript.FromMessages([new(ChatRole.System, "Be kind."), new(ChatRole.User, "Hi")]).Events);
}
