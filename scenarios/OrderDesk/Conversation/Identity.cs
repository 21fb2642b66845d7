using Dreaming;

namespace OrderDesk;

/// <summary>Whom the agent has found out to be speaking with.</summary>
public static class Identity
{
    /// <summary>Every user that one of the find tools returned, in order, with the index of the call.</summary>
    public static IEnumerable<(int Index, string UserId)> Found(Trajectory t) =>
        t.Succeeded<FindUserIdByEmail>().Select(c => (c.Index, Reply: c.Reply!))
            .Concat(t.Succeeded<FindUserIdByNameZip>().Select(c => (c.Index, Reply: c.Reply!)))
            .Where(c => c.Reply.Fault is null)
            .OrderBy(c => c.Index)
            .Select(c => (c.Index, c.Reply.Content));

    /// <summary>The user who was identified first; null before that.</summary>
    public static string? Of(Trajectory t) => Found(t).Select(f => f.UserId).FirstOrDefault();

    /// <summary>The user who was identified first owns the order, as far as the shop knows both.</summary>
    public static bool Owns(Trajectory t, Shop shop, string orderId) =>
        shop.FindOrder(orderId) is not { } order || Of(t) is not { } user || order.UserId == user;
}
