using Microsoft.Extensions.AI;

namespace Dreaming.Flaws.Desk;

/// <summary>What the desk does next: it says something, calls a tool, or first the one and then the other.</summary>
/// <param name="Words">What it says; null for nothing.</param>
/// <param name="Call">What it calls; null for nothing.</param>
public sealed record Move(string? Words, ToolCall? Call)
{
    /// <summary>Words.</summary>
    /// <param name="words">The words.</param>
    public static Move Say(string words) => new(words, null);

    /// <summary>A call.</summary>
    /// <param name="call">The call.</param>
    public static Move Do(ToolCall call) => new(null, call);

    /// <summary>The move as a chat client answers.</summary>
    public ChatResponse ToResponse()
    {
        var contents = new List<AIContent>();
        if (Words is not null)
            contents.Add(new TextContent(Words));
        if (Call is not null)
            contents.Add(new FunctionCallContent("call", Call.Tool, Call.Arguments.ToDictionary(StringComparer.Ordinal)));
        return new(new ChatMessage(ChatRole.Assistant, contents));
    }
}
