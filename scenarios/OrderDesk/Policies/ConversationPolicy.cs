using Dreaming;

namespace OrderDesk;

/// <summary>One thing at a time: words or a call, and one call after the other.</summary>
[Policy]
[NotChainSuccession<Reply, AnyCall>(Id = "words-or-a-call", Harm = Harm.Minor, Likelihood = Likelihood.Low, Because = "Who has spoken waits for the answer before anything is called: what is said beside a call speaks of something that has not happened yet.")]
[Precedence<Reply, IItemSwap>(Id = "all-items-asked-for", When = nameof(RemindsOfAllItems), Harm = Harm.Minor, Because = "Before the one swap that an order allows the customer is reminded to name all the items: what is forgotten stays as it is.")]
public static partial class ConversationPolicy
{
    // A call and its answer are one event of a constraint: what is made before the answer comes can be seen in the trajectory only.
    [Invariant("one-call-at-a-time", Harm.Minor, Likelihood = Likelihood.Low, Because = "A call is made after the answer to the one before it: what that answer says may change what is called next.")]
    public static bool OneCallAtATime(Trajectory t)
    {
        var open = 0;
        foreach (var e in t.Events)
        {
            if (e is ToolReplied)
                open--;
            else if (e is ToolCalled && ++open > 1)
                return false;
        }

        return true;
    }

    internal static bool RemindsOfAllItems(Reply reply) => Phrases.RemindsOfAllItems(reply.Text);
}
