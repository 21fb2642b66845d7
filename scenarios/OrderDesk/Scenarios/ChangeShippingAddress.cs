using Dreaming;

namespace OrderDesk;

[Scenario("change-shipping-address", Title = "A customer wants a pending order sent elsewhere.")]
[Says("Hi, please send my order {OrderId} to {NewAddress} instead.")]
[Says("i moved!! can you change the address on {OrderId}? new one: {NewAddress}")]
[Says("The delivery address on order {OrderId} is wrong, could you correct it?")]
[Budget(Turns = 12, ToolCalls = 10)]
public sealed partial record ChangeShippingAddress(
    [Asked("order number", "which order")] string OrderId,
    [Sensitive] string NewAddress,
    [Hidden, Sensitive, Asked("first line", "street")] string Address1,
    [Hidden, Sensitive, Asked("second line", "suite", "flat", "apartment")] string Address2,
    [Hidden] string City,
    [Hidden] string State,
    [Hidden] string Country,
    [Hidden, Sensitive, Asked("zip code", "postal code", "new zip")] string Zip,
    [Hidden, Sensitive, Asked("first name", "your name", "full name")] string FirstName,
    [Hidden, Sensitive, Asked("last name", "surname", "your name", "full name")] string LastName,
    [Hidden, Sensitive, Asked("zip code on file", "previous zip", "zip code of the old address")] string OldZip,
    [Hidden, Sensitive, Asked("e-mail", "email address", "e-mail address")] string Email,
    [Unknown] string UserId) : IScenario<ChangeShippingAddress, Shop>
{
    public static IEnumerable<ChangeShippingAddress> Seeds(Shop world) =>
        from order in world.Orders
        where order.Status == OrderStatus.Pending
        let user = world.FindUser(order.UserId)
        where user is not null && user.Address != order.Address
        select Of(user, order, user.Address);

    public static ChangeShippingAddress? Ground(Trajectory episode, Shop world) => Grounding.As<ChangeShippingAddress>(episode, world);

    public bool Achieved(Shop before, Shop after, Trajectory trajectory) => Outcome.Reached(
        before, after, trajectory, UserId, OrderId, shop => shop.Handle(new ModifyPendingOrderAddress(OrderId, Address1, Address2, City, State, Country, Zip)));

    [Counterfactual("already-processed", "The warehouse has taken the order up: its address is printed.")]
    public Shop AlreadyProcessed(Shop world) => world.With(world.FindOrder(OrderId)! with { Status = OrderStatus.Processed });

    [Counterfactual("already-cancelled", "The order was cancelled: there is nothing to send.")]
    public Shop AlreadyCancelled(Shop world) => world.With(world.FindOrder(OrderId)! with { Status = OrderStatus.Cancelled });

    internal static ChangeShippingAddress? From(ModifyPendingOrderAddress call, Shop world) =>
        Grounding.Owned(world, call.OrderId) is var (user, order)
            ? Of(user, order, new(call.Address1, call.Address2, call.City, call.Country, call.State, call.Zip))
            : null;

    private static ChangeShippingAddress Of(User user, Order order, Address address) => new(
        order.OrderId,
        address.ToString(),
        address.Address1,
        address.Address2,
        address.City,
        address.State,
        address.Country,
        address.Zip,
        user.Name.FirstName, user.Name.LastName, user.Address.Zip, user.Email, user.UserId);
}
