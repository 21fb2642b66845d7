using System.Text;
using Dreaming.Rollouts;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields;

/// <summary>
/// Reads chat messages as a trajectory. A message of the user is one <see cref="UserSaid"/>; what the agent said between two messages of others is one <see cref="AgentSaid"/>, followed by its calls,
/// as in a rollout; a result is the <see cref="ToolReplied"/> of the call it names. Instructions, reasoning and usage are no events. Nothing that a message holds makes it fail.
/// </summary>
internal sealed class ShieldedConversation(Func<FunctionResultContent, ReplyOutcome> outcome, Func<string, bool> isShielded)
{
    private readonly List<TrajectoryEvent?> _events = [];
    private readonly List<OpenCall> _open = [];
    private readonly StringBuilder _words = new();
    private readonly List<FunctionCallContent> _calls = [];
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>What has happened.</summary>
    public Trajectory Trajectory => new([.. _events.OfType<TrajectoryEvent>()]);

    /// <summary>The id by which the messages know a call of <see cref="Trajectory"/>.</summary>
    public string IdInMessages(ToolCalled called) => _ids[called.CallId];

    public ShieldedConversation Read(IEnumerable<ChatMessage> messages)
    {
        foreach (var message in messages)
            if (message is not null)
                Read(message);
        Flush();
        return this;
    }

    /// <summary>A call as it stands in a trajectory: its arguments are JSON, whatever came.</summary>
    public static ToolCalled Called(FunctionCallContent call, string id)
    {
        var arguments = CallArguments.Of(call);
        var called = new ToolCalled(id, WellFormed.Text(call.Name), new RawJson(Encoding.UTF8.GetString(arguments.Utf8.Span)));
        return arguments.Unreadable is { } unreadable ? called with { Violations = [unreadable] } : called;
    }

    /// <summary>The words of contents: their texts, line by line; empty when there are none.</summary>
    public static string Words(IEnumerable<AIContent> contents) =>
        string.Join('\n', contents.OfType<TextContent>().Select(t => t.Text?.Trim()).Where(t => !string.IsNullOrEmpty(t)));

    private void Read(ChatMessage message)
    {
        if (message.Role == ChatRole.Assistant)
        {
            foreach (var content in message.Contents)
                if (content is FunctionResultContent result)
                    Answer(result);
                else
                    Hear(content);
            return;
        }

        Flush();
        foreach (var result in message.Contents.OfType<FunctionResultContent>())
            Answer(result);
        if (message.Role == ChatRole.User && message.Contents.Any(c => c is TextContent or DataContent or UriContent or HostedFileContent))
            _events.Add(new UserSaid(WellFormed.Text(string.Join('\n', message.Contents.OfType<TextContent>().Select(t => t.Text)))));
    }

    private void Hear(AIContent content)
    {
        if (content is TextContent { Text: { } text } && !string.IsNullOrWhiteSpace(text))
            _words.Append(_words.Length == 0 ? "" : "\n").Append(text.Trim());
        else if (content is FunctionCallContent { InformationalOnly: false } call)
            _calls.Add(call);
    }

    private void Flush()
    {
        if (_words.Length > 0)
            _events.Add(new AgentSaid(WellFormed.Text(_words.ToString())));
        _words.Clear();
        foreach (var call in _calls)
        {
            // Some models give the same id to several calls of one conversation.
            var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"call{_ids.Count + 1:D5}");
            _ids.Add(id, call.CallId);
            _open.Add(new(call, id, _events.Count));
            _events.Add(Called(call, id));
        }

        _calls.Clear();
    }

    private void Answer(FunctionResultContent result)
    {
        Flush();
        var at = _open.FindIndex(o => o.Content.CallId == result.CallId);
        if (at < 0)
            return;
        var open = _open[at];
        _open.RemoveAt(at);
        var text = ToolAnswers.Text(result);
        if (isShielded(open.Content.Name) && Refusal.Is(text))
            _events[open.At] = null;
        else
            _events.Add(new ToolReplied(open.Id, open.Content.Name, outcome(result), WellFormed.Text(text)));
    }

    private readonly record struct OpenCall(FunctionCallContent Content, string Id, int At);
}

/// <summary>The result that stands for a call that a <see cref="ShieldedFunction"/> did not make.</summary>
internal static class Refusal
{
    private const string Mark = "Not executed: ";
    private const string Quoted = "The tool said: ";

    public static string Of(string words) => Mark + words;

    public static bool Is(string text) => text.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>A tool's own result, which cannot pass for a refusal.</summary>
    public static object? Unlike(object? result) => result switch
    {
        string text when Is(text) => Quoted + text,
        System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.String } json when Is(json.GetString()!) => Quoted + json.GetString(),
        TextContent text when Is(text.Text) => Quoted + text.Text,
        _ => result,
    };
}
