using Dreaming.Agents;

namespace Dreaming.Distillation;

/// <summary>A decision that an agent took.</summary>
/// <param name="Index">The index of its event.</param>
/// <param name="Action">What was decided.</param>
internal readonly record struct Decision(int Index, AgentAction Action)
{
    /// <summary>The decisions of a conversation, in order.</summary>
    public static List<Decision> In(Trajectory trajectory)
    {
        var decisions = new List<Decision>();
        for (var i = 0; i < trajectory.Events.Length; i++)
        {
            if (trajectory.Events[i] is ToolCalled called)
                decisions.Add(new(i, new CallTool(called.Tool, called.Arguments)));
            else if (trajectory.Events[i] is AgentSaid said)
                decisions.Add(new(i, new Say(said.Text)));
        }

        return decisions;
    }
}
