using System.Collections.Immutable;
using Dreaming;

namespace OrderDesk;

[Scenario("return-items", Title = "A customer wants to send back items of a delivered order.")]
[Says("Hello, I want to return the {Items} I got from you.")]
[Says("i'd like to send back my {Items} and get a refund")]
[Says("The {Items} from order {OrderId} didn't work out. How do I return this?")]
[Says("Can I return the {Items}? How do I get my money back?")]
[Budget(Turns = 12, ToolCalls = 12)]
public sealed partial record ReturnItems(
    [Asked("order number", "which order")] string OrderId,
    [Asked("which items", "what would you like to return")] string Items,
    [Hidden, Asked("payment method", "refund", "original payment")] string Payment,
    [Unknown] ImmutableArray<string> ItemIds,
    [Unknown] string PaymentMethodId,
    [Hidden, Sensitive, Asked("first name", "your name", "full name")] string FirstName,
    [Hidden, Sensitive, Asked("last name", "surname", "your name", "full name")] string LastName,
    [Hidden, Sensitive, Asked("zip code", "postal code")] string Zip,
    [Hidden, Sensitive, Asked("e-mail", "email address", "e-mail address")] string Email,
    [Unknown] string UserId) : IScenario<ReturnItems, Shop>
{
    public static IEnumerable<ReturnItems> Seeds(Shop world) =>
        from order in world.Orders
        where order.Status == OrderStatus.Delivered
        let user = world.FindUser(order.UserId)
        where user is not null
        let method = user.PaymentMethods.GetValueOrDefault(order.OriginalPayment.PaymentMethodId)
        where method is not null
        from lines in Choices(order)
        select Of(user, order, lines, method);

    public static ReturnItems? Ground(Trajectory episode, Shop world) => Grounding.As<ReturnItems>(episode, world);

    public bool Achieved(Shop before, Shop after, Trajectory trajectory) =>
        Outcome.Reached(before, after, trajectory, UserId, OrderId, shop => shop.Handle(new ReturnDeliveredOrderItems(OrderId, ItemIds, PaymentMethodId)));

    [Counterfactual("not-delivered-yet", "The order is still on its way: nothing can be returned yet.")]
    public Shop NotDeliveredYet(Shop world) => world.With(world.FindOrder(OrderId)! with { Status = OrderStatus.Processed });

    [Counterfactual("already-returned", "A return of this order was started before.")]
    public Shop AlreadyReturned(Shop world) =>
        world.With(world.FindOrder(OrderId)! with { Status = OrderStatus.ReturnRequested, ReturnItems = ItemIds.Sort(StringComparer.Ordinal), ReturnPaymentMethodId = PaymentMethodId });

    [Counterfactual("payment-method-gone", "The payment method that should receive the refund was removed from the profile.")]
    public Shop PaymentMethodGone(Shop world) => world.With(world.FindUser(UserId)!.WithoutPaymentMethod(PaymentMethodId));

    internal static ReturnItems? From(ReturnDeliveredOrderItems call, Shop world)
    {
        if (Grounding.Owned(world, call.OrderId) is not var (user, order) || Grounding.Lines(order, call.ItemIds) is not { } lines)
            return null;
        return user.PaymentMethods.GetValueOrDefault(call.PaymentMethodId) is { } method ? Of(user, order, lines, method) : null;
    }

    private static IEnumerable<OrderLine[]> Choices(Order order)
    {
        yield return [.. order.Items];
        if (order.Items.Length > 1)
            foreach (var line in order.Items.DistinctBy(l => l.ItemId))
                yield return [line];
    }

    private static ReturnItems Of(User user, Order order, OrderLine[] lines, PaymentMethod method) => new(
        order.OrderId,
        Wording.List(lines.Select(l => l.Name)),
        Wording.Method(user, method),
        [.. lines.Select(l => l.ItemId)],
        method.Id,
        user.Name.FirstName, user.Name.LastName, user.Address.Zip, user.Email, user.UserId);
}
