using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Dreaming.Rollouts;

/// <summary>A conversation as a chat client reads it, grown event by event. Words and the call that follows them are one message; a message is never changed, only replaced.</summary>
internal static class ChatLog
{
    /// <summary>The messages with one more event. An end says nothing.</summary>
    public static ImmutableArray<ChatMessage> Add(ImmutableArray<ChatMessage> messages, TrajectoryEvent added) => added switch
    {
        UserSaid user => messages.Add(new ChatMessage(ChatRole.User, user.Text)),
        AgentSaid agent => messages.Add(new ChatMessage(ChatRole.Assistant, agent.Text)),
        ToolCalled called when messages is [.., { } last] && last.Role == ChatRole.Assistant =>
            messages.SetItem(messages.Length - 1, new ChatMessage(ChatRole.Assistant, [.. last.Contents, Call(called)])),
        ToolCalled called => messages.Add(new ChatMessage(ChatRole.Assistant, [Call(called)])),
        ToolReplied replied => messages.Add(new ChatMessage(ChatRole.Tool, [Reply(replied)])),
        _ => messages,
    };

    // Beside the words stands what kind of answer it is, as a chat transcript of a recording has it.
    private static FunctionResultContent Reply(ToolReplied replied) =>
        new(replied.CallId, replied.Content) { AdditionalProperties = new() { ["outcome"] = replied.Outcome.ToString() } };

    private static FunctionCallContent Call(ToolCalled called)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        var root = JsonElement.Parse(called.Arguments.Text);
        if (root.ValueKind == JsonValueKind.Object)
            foreach (var member in root.EnumerateObject())
                arguments[member.Name] = member.Value;
        return new FunctionCallContent(called.CallId, called.Tool, arguments);
    }
}
