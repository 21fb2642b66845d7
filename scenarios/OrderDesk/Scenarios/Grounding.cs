using Dreaming;

namespace OrderDesk;

/// <summary>
/// Reads off an episode what its user wanted: the first change that succeeded, else the first that was tried, else the handover,
/// else what was looked up last. Each episode is read as one scenario at most.
/// </summary>
internal static class Grounding
{
    public static T? As<T>(Trajectory episode, Shop world)
        where T : class => Read(episode, world) as T;

    private static object? Read(Trajectory episode, Shop world) =>
        Changes(episode, world)
        ?? HumanRequest.From(episode, world)
        ?? OrderQuestion.From(episode, world)
        ?? (object?)ProductQuestion.From(episode, world);

    private static object? Changes(Trajectory episode, Shop world)
    {
        var orders = Writes.Orders(episode).Select(w => (w.Index, w.Succeeded, w.Call));
        var profile = episode.Calls<ModifyUserAddress>().Select(c => (c.Index, c.Succeeded, Call: (object)c.Call));
        var identified = Identity.Of(episode);
        return orders.Concat(profile)
            .OrderBy(c => c.Succeeded ? 0 : 1)
            .ThenBy(c => c.Index)
            .Select(c => From(c.Call, world, identified))
            .FirstOrDefault(scenario => scenario is not null);
    }

    private static object? From(object call, Shop world, string? identified)
    {
        if (call is ModifyUserAddress profile)
            return ChangeDefaultAddress.From(profile, world);
        if (SomebodyElsesOrder.From(call, world, identified) is { } foreign)
            return foreign;
        return call switch
        {
            CancelPendingOrder c => CancelOrder.From(c, world),
            ModifyPendingOrderAddress c => ChangeShippingAddress.From(c, world),
            ModifyPendingOrderItems c => ChangeItems.From(c, world),
            ModifyPendingOrderPayment c => world.FindOrder(c.OrderId) is { } order && world.FindPaymentMethod(order.UserId, c.PaymentMethodId) is { IsGiftCard: true }
                ? PayByGiftCard.From(c, world)
                : ChangePayment.From(c, world),
            ReturnDeliveredOrderItems c => ReturnItems.From(c, world),
            ExchangeDeliveredOrderItems c => ExchangeItems.From(c, world),
            _ => null,
        };
    }

    /// <summary>Who spoke: the identified customer, or, where that id is unknown here, the owner of the first order that was opened.</summary>
    public static User? Customer(Trajectory episode, Shop world) =>
        (Identity.Of(episode) is { } id ? world.FindUser(id) : null)
        ?? episode.Succeeded<GetOrderDetails>().Select(c => Owned(world, c.Call.OrderId)?.User).FirstOrDefault(user => user is not null);

    /// <summary>The order and its owner; null when either is unknown here.</summary>
    public static (User User, Order Order)? Owned(Shop world, string orderId) =>
        world.FindOrder(orderId) is { } order && world.FindUser(order.UserId) is { } user ? (user, order) : null;

    /// <summary>The lines that item ids stand for; null when the order lacks one.</summary>
    public static OrderLine[]? Lines(Order order, IReadOnlyList<string> itemIds)
    {
        var left = order.Items.ToList();
        var found = new List<OrderLine>();
        foreach (var id in itemIds)
        {
            var at = left.FindIndex(line => line.ItemId == id);
            if (at < 0)
                return null;
            found.Add(left[at]);
            left.RemoveAt(at);
        }

        return found.Count == 0 ? null : [.. found];
    }
}
