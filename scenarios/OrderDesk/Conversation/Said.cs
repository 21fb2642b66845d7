using Dreaming;

namespace OrderDesk;

/// <summary>What the user has said in the last message, in words or by agreeing to those of the agent.</summary>
internal static class Said
{
    public static bool OrAgreedTo(Trajectory soFar, Func<string, bool> names)
    {
        var last = soFar.Events.Length - 1;
        if (soFar.Events[last] is not UserSaid { Text: var text })
            return false;
        if (names(text))
            return true;
        if (!Phrases.Agrees(text))
            return false;
        for (var i = last - 1; i >= 0 && soFar.Events[i] is not UserSaid; i--)
            if (soFar.Events[i] is AgentSaid said && names(said.Text))
                return true;
        return false;
    }
}
