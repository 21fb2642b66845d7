using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Dreaming.Episodes;

/// <summary>
/// A trajectory as chat messages, and back: with the event that ended it, <see cref="FromMessages"/> of <see cref="ToMessages"/> is the same trajectory, apart from what contracts say
/// about the calls.
/// Consecutive words and calls of the agent form one assistant message, consecutive replies one tool message. What a chat message has no member for stands in
/// <see cref="AIContent.AdditionalProperties"/> of the content it belongs to: <c>outcome</c> and <c>fault</c> of a reply, <c>tool</c> of a reply whose call does not name it,
/// and <c>arguments</c>, the text of arguments that a dictionary cannot hold as they are. How the conversation ended is no message: it travels beside them.
/// </summary>
public static class ChatTranscript
{
    private const string Outcome = "outcome";
    private const string Fault = "fault";
    private const string Tool = "tool";
    private const string Verbatim = "arguments";

    /// <summary>The messages of a trajectory. <see cref="Ended"/> is left out.</summary>
    public static IList<ChatMessage> ToMessages(Trajectory trajectory)
    {
        var messages = new List<ChatMessage>();
        var tools = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var happened in trajectory.Events)
        {
            switch (happened)
            {
                case UserSaid said:
                    messages.Add(new ChatMessage(ChatRole.User, said.Text));
                    break;
                case AgentSaid said:
                    Append(messages, ChatRole.Assistant, new TextContent(said.Text));
                    break;
                case ToolCalled called:
                    tools[called.CallId] = called.Tool;
                    Append(messages, ChatRole.Assistant, ToContent(called));
                    break;
                case ToolReplied replied:
                    Append(messages, ChatRole.Tool, ToContent(replied, tools.GetValueOrDefault(replied.CallId, "")));
                    break;
            }
        }

        return messages;
    }

    /// <summary>The trajectory that messages tell of. System messages, reasoning and usage are no events and are left out.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="end">How the conversation ended; null when that is not known.</param>
    /// <exception cref="FormatException">A message holds something that is neither words nor a call nor a reply, or that its role cannot say.</exception>
    public static Trajectory FromMessages(IEnumerable<ChatMessage> messages, Ended? end = null)
    {
        var events = ImmutableArray.CreateBuilder<TrajectoryEvent>();
        var tools = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var message in messages)
        {
            number++;
            if (message is null || (message.Contents.Count == 0 && message.Role != ChatRole.System))
                throw new FormatException($"message {number} holds nothing");
            if (message.Role == ChatRole.System)
                continue;
            foreach (var content in message.Contents)
                if (content is not (UsageContent or TextReasoningContent))
                    events.Add(ToEvent(message.Role, content, tools, number));
        }

        if (end is not null)
            events.Add(end);
        return new Trajectory(events.DrainToImmutable());
    }

    private static void Append(List<ChatMessage> messages, ChatRole role, AIContent content)
    {
        if (messages.Count > 0 && messages[^1].Role == role)
            messages[^1].Contents.Add(content);
        else
            messages.Add(new ChatMessage(role, [content]));
    }

    private static FunctionCallContent ToContent(ToolCalled called)
    {
        var content = new FunctionCallContent(called.CallId, called.Tool);
        using var document = JsonDocument.Parse(called.Arguments.Text);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
                arguments[member.Name] = member.Value.Clone();
            content.Arguments = arguments;
        }

        if (content.Arguments is null || ToText(content.Arguments) != called.Arguments.Text)
            content.AdditionalProperties = new() { [Verbatim] = called.Arguments.Text };
        return content;
    }

    private static FunctionResultContent ToContent(ToolReplied replied, string tool)
    {
        var more = new AdditionalPropertiesDictionary { [Outcome] = replied.Outcome.ToString() };
        if (replied.Fault is { } fault)
            more[Fault] = fault.ToString();
        if (replied.Tool != tool)
            more[Tool] = replied.Tool;
        return new FunctionResultContent(replied.CallId, replied.Content) { AdditionalProperties = more };
    }

    private static TrajectoryEvent ToEvent(ChatRole role, AIContent content, Dictionary<string, string> tools, int number)
    {
        switch (content)
        {
            case TextContent text when role == ChatRole.User:
                return new UserSaid(text.Text);
            case TextContent text when role == ChatRole.Assistant:
                return new AgentSaid(text.Text);
            case FunctionCallContent call when role == ChatRole.Assistant:
                tools[call.CallId] = call.Name;
                return new ToolCalled(call.CallId, call.Name, Arguments(call, number));
            case FunctionResultContent result when role == ChatRole.Tool:
                return ToReply(result, tools.GetValueOrDefault(result.CallId, ""), number);
            default:
                throw new FormatException($"message {number}: the role '{Shown.Of(role.Value)}' cannot hold content of kind {content?.GetType().Name ?? "null"}");
        }
    }

    private static RawJson Arguments(FunctionCallContent call, int number)
    {
        if (Text(call, Verbatim) is not { } verbatim)
            return new RawJson(ToText(call.Arguments ?? new Dictionary<string, object?>()));
        try
        {
            JsonDocument.Parse(verbatim).Dispose();
            return new RawJson(verbatim);
        }
        catch (JsonException e)
        {
            throw new FormatException($"message {number}: the arguments of '{Shown.Of(call.Name)}' are no JSON", e);
        }
    }

    private static ToolReplied ToReply(FunctionResultContent result, string tool, int number)
    {
        var content = result.Result switch
        {
            null => "",
            string text => text,
            JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
            JsonElement { ValueKind: JsonValueKind.Null } => "",
            JsonElement json => json.GetRawText(),
            var other => JsonSerializer.Serialize(other, TranscriptJson.Options),
        };
        var outcome = content.StartsWith("Error", StringComparison.Ordinal) ? ReplyOutcome.Refused : ReplyOutcome.Result;
        if (Text(result, Outcome) is { } said && !TryParse(said, out outcome))
            throw new FormatException($"message {number}: '{Shown.Of(said)}' is no outcome of a call");
        ToolFault? fault = null;
        if (Text(result, Fault) is { } named)
            fault = TryParse<ToolFault>(named, out var read) ? read : throw new FormatException($"message {number}: '{Shown.Of(named)}' is no fault of a tool");
        return new ToolReplied(result.CallId, Text(result, Tool) ?? tool, outcome, content, fault);
    }

    private static bool TryParse<T>(string name, out T value)
        where T : struct, Enum => Enum.TryParse(name, ignoreCase: true, out value) && Enum.IsDefined(value);

    private static string? Text(AIContent content, string name) => content.AdditionalProperties?.GetValueOrDefault(name) switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        _ => null,
    };

    private static string ToText(IDictionary<string, object?> arguments) => JsonSerializer.Serialize(arguments, TranscriptJson.Options);
}
