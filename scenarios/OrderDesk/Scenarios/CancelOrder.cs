using Dreaming;

namespace OrderDesk;

[Scenario("cancel-order", Title = "A customer wants to cancel an order that was not sent yet.")]
[Says("Hi, I'd like to cancel my order {OrderId}. {Reason}.")]
[Says("please cancel {OrderId}, {Reason}")]
[Says("Can you stop order {OrderId}? The reason is simple: {Reason}.")]
[Says("I need order {OrderId} cancelled and my money back, it was {Reason}")]
[Budget(Turns = 10, ToolCalls = 10)]
public sealed partial record CancelOrder(
    [Asked("order number", "which order")] string OrderId,
    [Asked("why", "reason for cancellation")] string Reason,
    [Hidden, Sensitive, Asked("first name", "your name", "full name")] string FirstName,
    [Hidden, Sensitive, Asked("last name", "surname", "your name", "full name")] string LastName,
    [Hidden, Sensitive, Asked("zip code", "postal code")] string Zip,
    [Hidden, Sensitive, Asked("e-mail", "email address", "e-mail address")] string Email,
    [Unknown] string UserId) : IScenario<CancelOrder, Shop>
{
    public static IEnumerable<CancelOrder> Seeds(Shop world) =>
        from order in world.Orders
        where order.Status == OrderStatus.Pending
        from reason in CancelReason.All
        let user = world.FindUser(order.UserId)
        where user is not null
        select Of(user, order, reason);

    public static CancelOrder? Ground(Trajectory episode, Shop world) => Grounding.As<CancelOrder>(episode, world);

    public bool Achieved(Shop before, Shop after, Trajectory trajectory) =>
        Outcome.Reached(before, after, trajectory, UserId, OrderId, shop => shop.Handle(new CancelPendingOrder(OrderId, Reason)));

    [Counterfactual("already-processed", "The warehouse has taken the order up: it can no longer be cancelled.")]
    public Shop AlreadyProcessed(Shop world) => world.With(world.FindOrder(OrderId)! with { Status = OrderStatus.Processed });

    [Counterfactual("already-delivered", "The order has arrived: it can be returned, not cancelled.")]
    public Shop AlreadyDelivered(Shop world) => world.With(world.FindOrder(OrderId)! with { Status = OrderStatus.Delivered });

    [Counterfactual("items-already-changed", "The order's items were swapped before, which closes it for cancellation.")]
    public Shop ItemsAlreadyChanged(Shop world) => world.With(world.FindOrder(OrderId)! with { Status = OrderStatus.PendingModified });

    internal static CancelOrder? From(CancelPendingOrder call, Shop world) =>
        Grounding.Owned(world, call.OrderId) is var (user, order) && CancelReason.All.Contains(call.Reason) ? Of(user, order, call.Reason) : null;

    private static CancelOrder Of(User user, Order order, string reason) => new(order.OrderId, reason, user.Name.FirstName, user.Name.LastName, user.Address.Zip, user.Email, user.UserId);
}
