using Dreaming;

namespace OrderDesk;

/// <summary>Whether the user has agreed to an action that the agent named.</summary>
internal static class Consent
{
    public static readonly string[] Cancelling = ["cancel"];
    public static readonly string[] Returning = ["return", "refund", "send back"];
    public static readonly string[] Exchanging = ["exchange", "swap", "replace", "switch"];
    public static readonly string[] ChangingItems = ["modif", "change", "swap", "replace", "switch", "exchange", "update", "upgrade"];
    public static readonly string[] ChangingPayment = ["payment", "pay with", "card", "paypal"];
    public static readonly string[] ChangingAddress = ["address"];

    /// <summary>The last message of the user agrees, and answers messages of the agent of which one names the action.</summary>
    public static bool Given(Trajectory t, string[] action)
    {
        var answered = t.Events.Length - 1;
        while (answered >= 0 && t.Events[answered] is not UserSaid)
            answered--;
        if (answered < 0 || !Phrases.Agrees(((UserSaid)t.Events[answered]).Text))
            return false;
        for (var i = answered - 1; i >= 0 && t.Events[i] is not UserSaid; i--)
            if (t.Events[i] is AgentSaid said && Phrases.MentionsAny(said.Text, action))
                return true;
        return false;
    }
}
