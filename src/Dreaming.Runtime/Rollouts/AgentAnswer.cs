using System.Collections.Immutable;
using Dreaming.Agents;
using Microsoft.Extensions.AI;

namespace Dreaming.Rollouts;

/// <summary>A call that an agent wants to make.</summary>
internal readonly record struct AgentCall(string Tool, CallArguments Arguments)
{
    public static AgentCall Of(CallTool action) => new(action.Tool, CallArguments.Of(action.Arguments));
}

/// <summary>One answer of an agent, reduced to what happens in a conversation: words first, then calls in order.</summary>
/// <param name="Text">The words; empty when there are none.</param>
/// <param name="Calls">The calls, up to the limit that was asked for.</param>
/// <param name="Further">How many calls came beyond that limit.</param>
internal readonly record struct AgentAnswer(string Text, ImmutableArray<AgentCall> Calls, int Further)
{
    public bool IsEmpty => Text.Length == 0 && Calls.IsEmpty && Further == 0;

    /// <param name="response">What the chat client returned.</param>
    /// <param name="most">How many calls to read: an answer may hold any number of them.</param>
    public static AgentAnswer Of(ChatResponse response, int most)
    {
        var texts = new List<string>();
        var calls = ImmutableArray.CreateBuilder<AgentCall>();
        var further = 0;
        foreach (var content in response.Messages.Where(m => m.Role == ChatRole.Assistant).SelectMany(m => m.Contents))
            if (content is TextContent { Text: { } text } && !string.IsNullOrWhiteSpace(text))
                texts.Add(text.Trim());
            else if (content is FunctionCallContent { InformationalOnly: false } call)
                if (calls.Count < most)
                    calls.Add(new AgentCall(call.Name, CallArguments.Of(call)));
                else
                    further++;
        return new(string.Join('\n', texts), calls.ToImmutable(), further);
    }
}
