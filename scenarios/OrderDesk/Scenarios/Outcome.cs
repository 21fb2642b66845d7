using Dreaming;

namespace OrderDesk;

/// <summary>What a good agent would have left behind.</summary>
internal static class Outcome
{
    /// <summary>
    /// The world is as it would be had exactly the intended call been made. Where the shop turns that call down, nothing has changed,
    /// and the agent has looked at the order as its owner's and spoken about it.
    /// </summary>
    public static bool Reached(Shop before, Shop after, Trajectory t, string userId, string orderId, Action<Shop> intended)
    {
        var expected = before.Fork();
        intended(expected);
        if (!after.SameAs(expected))
            return false;
        return !expected.SameAs(before) || LookedUp(t, userId, orderId);
    }

    /// <summary>The customer was identified, the order was read (or a change of it refused), and the agent spoke afterwards.</summary>
    public static bool LookedUp(Trajectory t, string userId, string orderId)
    {
        if (Identity.Of(t) != userId)
            return false;
        var read = t.Succeeded<GetOrderDetails>().Where(c => c.Call.OrderId == orderId && c.Reply!.Fault is null).Select(c => c.Index);
        var refused = Writes.Orders(t).Where(w => w.OrderId == orderId && w.Reply is { Outcome: ReplyOutcome.Refused }).Select(w => w.Index);
        var indices = read.Concat(refused).ToArray();
        return indices.Length > 0 && SpokeAfter(t, indices.Min());
    }

    public static bool SpokeAfter(Trajectory t, int index)
    {
        for (var i = index + 1; i < t.Events.Length; i++)
            if (t.Events[i] is AgentSaid)
                return true;
        return false;
    }
}
