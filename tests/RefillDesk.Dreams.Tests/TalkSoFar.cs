using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Dreaming.Samples;

/// <summary>A conversation as an agent sees it: what the user said, and what the tools answered.</summary>
internal sealed class TalkSoFar
{
    private readonly List<(FunctionCallContent Call, FunctionResultContent? Answer)> _calls = [];

    public TalkSoFar(IEnumerable<ChatMessage> messages)
    {
        var user = new List<string>();
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.User)
                user.Add(message.Text);
            if (message.Role == ChatRole.Assistant && message.Text.Length > 0)
                LastAgentText = message.Text;
            foreach (var call in message.Contents.OfType<FunctionCallContent>())
                _calls.Add((call, null));
            foreach (var answer in message.Contents.OfType<FunctionResultContent>())
                if (_calls.FindLastIndex(c => c.Call.CallId == answer.CallId) is var at and >= 0)
                    _calls[at] = (_calls[at].Call, answer);
        }

        (UserText, LastUserText) = (string.Join('\n', user), user.LastOrDefault("") ?? "");
    }

    public string UserText { get; }

    public string LastUserText { get; }

    public string LastAgentText { get; } = "";

    /// <summary>The last whole answer of a tool as JSON; null when there is none yet. A degraded answer carries a notice, and is not whole.</summary>
    public JsonElement? Result(string tool)
    {
        for (var i = _calls.Count - 1; i >= 0; i--)
            if (_calls[i].Call.Name == tool && Outcome(i) == "Result" && Parse(Text(i)) is { } json && !Text(i).Contains("partial answer:", StringComparison.Ordinal))
                return json;
        return null;
    }

    /// <summary>The last answer of a tool was a refusal.</summary>
    public bool Refused(string tool) => _calls.FindLastIndex(c => c.Call.Name == tool) is var at and >= 0 && Outcome(at) == "Refused";

    /// <summary>How often a tool was called without a whole answer.</summary>
    public int Failures(string tool) => Enumerable.Range(0, _calls.Count).Count(i => _calls[i].Call.Name == tool && (Outcome(i) == "Fault" || Outcome(i) == "Result" && Parse(Text(i)) is null));

    private string Text(int call) => _calls[call].Answer?.Result?.ToString() ?? "";

    private string Outcome(int call) => _calls[call].Answer?.AdditionalProperties?["outcome"]?.ToString() ?? "";

    // A bare text, such as an id, is an answer as well; what starts like an object and is none was broken off.
    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text.StartsWith('{') || text.StartsWith('[') || text.StartsWith('"') ? text : JsonSerializer.Serialize(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
