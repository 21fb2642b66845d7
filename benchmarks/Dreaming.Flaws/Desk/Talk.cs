using Microsoft.Extensions.AI;

namespace Dreaming.Flaws.Desk;

/// <summary>Something that happened in a conversation.</summary>
public abstract record TalkEvent;

/// <summary>The person said something.</summary>
/// <param name="Text">The words.</param>
public sealed record Heard(string Text) : TalkEvent;

/// <summary>The desk said something.</summary>
/// <param name="Text">The words.</param>
public sealed record Spoke(string Text) : TalkEvent;

/// <summary>The desk called a tool.</summary>
/// <param name="Call">The call.</param>
/// <param name="Answer">The answer; null while there is none.</param>
public sealed record Called(ToolCall Call, ToolAnswer? Answer) : TalkEvent;

/// <summary>A conversation, as it can be read off its messages.</summary>
/// <param name="Events">What happened, in order.</param>
public sealed record Talk(ImmutableArray<TalkEvent> Events)
{
    /// <summary>What the person said, in order.</summary>
    public ImmutableArray<string> Said { get; } = [.. Events.OfType<Heard>().Select(h => h.Text)];

    /// <summary>What the desk said, in order.</summary>
    public ImmutableArray<string> Spoken { get; } = [.. Events.OfType<Spoke>().Select(s => s.Text)];

    /// <summary>What the desk called, in order.</summary>
    public ImmutableArray<Called> Calls { get; } = [.. Events.OfType<Called>()];

    /// <summary>Reads messages.</summary>
    /// <param name="messages">The conversation so far.</param>
    public static Talk Of(IEnumerable<ChatMessage> messages)
    {
        var events = ImmutableArray.CreateBuilder<TalkEvent>();
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var message in messages)
            foreach (var content in message.Contents)
                switch (content)
                {
                    case TextContent text when message.Role == ChatRole.User:
                        events.Add(new Heard(text.Text));
                        break;
                    case TextContent text when message.Role == ChatRole.Assistant:
                        events.Add(new Spoke(text.Text));
                        break;
                    case FunctionCallContent call:
                        open[call.CallId] = events.Count;
                        events.Add(new Called(new ToolCall(call.Name, (call.Arguments ?? new Dictionary<string, object?>()).ToImmutableSortedDictionary(StringComparer.Ordinal)), null));
                        break;
                    case FunctionResultContent result when open.TryGetValue(result.CallId, out var at):
                        events[at] = (Called)events[at] with { Answer = ToolAnswer.Read(result.Result?.ToString() ?? "") };
                        break;
                }

        return new(events.ToImmutable());
    }

    /// <summary>The attempts at a call, in order.</summary>
    /// <param name="call">The call.</param>
    public ImmutableArray<Called> Attempts(ToolCall call) => [.. Calls.Where(c => c.Call.Key == call.Key && c.Answer is not null)];

    /// <summary>Whether a call of a tool came to a result.</summary>
    /// <param name="tool">The tool's name.</param>
    public bool Did(string tool) => Calls.Any(c => c.Call.Tool == tool && c.Answer?.Kind == AnswerKind.Result);

    /// <summary>How often the desk said something with these words in it.</summary>
    /// <param name="words">The words.</param>
    public int TimesSpoken(string words) => Spoken.Count(s => s.Contains(words, StringComparison.Ordinal));

    /// <summary>What the person answered to the desk's latest message with these words in it; null when there was none, or no answer yet.</summary>
    /// <param name="words">The words.</param>
    public string? AnswerTo(string words)
    {
        for (var i = Events.Length - 1; i >= 0; i--)
            if (Events[i] is Spoke spoke && spoke.Text.Contains(words, StringComparison.Ordinal))
                return Events.Skip(i).OfType<Heard>().FirstOrDefault()?.Text;
        return null;
    }
}
