using Dreaming.Agents;

namespace Dreaming.Distillation;

/// <summary>An action as one line, for ids and comparisons.</summary>
internal static class ActionText
{
    public static string Of(AgentAction action) => action switch
    {
        CallTool call => $"call {call.Tool} {call.Arguments.Text}",
        Say say => $"say {say.Text}",
        _ => throw new ArgumentException($"{action.GetType().Name} is no decision of an agent.", nameof(action)),
    };
}
