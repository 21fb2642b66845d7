using Dreaming.Automata;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>Says an event of an example in words.</summary>
internal static class WitnessText
{
    public static string Of(WitnessEvent e)
    {
        var name = e.Name switch
        {
            AtomContract.UserTurnEvent => "the user speaks",
            AtomContract.ReplyEvent => "the agent speaks",
            AtomContract.AnyCallEvent => "a call of no declared tool",
            _ => e.Name,
        };
        var keys = e.Keys.Length > 0 ? $" ({string.Join(", ", e.Keys)})" : "";
        return name + keys + (e.Succeeded ? " succeeds" : "") + (e.Guards.Length > 0 ? $" [{string.Join(", ", e.Guards)}]" : "");
    }
}
