using Dreaming;

namespace OrderDesk;

[Scenario("change-payment", Title = "A customer wants a pending order charged to another card or account.")]
[Says("Hi, could you move order {OrderId} to my {Payment}?")]
[Says("i want to pay {OrderId} with my {Payment} instead")]
[Says("Please change how I pay for order {OrderId}.")]
[Budget(Turns = 10, ToolCalls = 10)]
public sealed partial record ChangePayment(
    [Asked("order number", "which order")] string OrderId,
    [Asked("payment method", "which card", "pay with")] string Payment,
    [Unknown] string PaymentMethodId,
    [Hidden, Sensitive, Asked("first name", "your name", "full name")] string FirstName,
    [Hidden, Sensitive, Asked("last name", "surname", "your name", "full name")] string LastName,
    [Hidden, Sensitive, Asked("zip code", "postal code")] string Zip,
    [Hidden, Sensitive, Asked("e-mail", "email address", "e-mail address")] string Email,
    [Unknown] string UserId) : IScenario<ChangePayment, Shop>
{
    public static IEnumerable<ChangePayment> Seeds(Shop world) =>
        from order in world.Orders
        where order.Status == OrderStatus.Pending && order.PaymentHistory.Length == 1
        let user = world.FindUser(order.UserId)
        where user is not null
        from method in user.PaymentMethods.Values
        where !method.IsGiftCard && method.Id != order.OriginalPayment.PaymentMethodId
        select Of(user, order, method);

    public static ChangePayment? Ground(Trajectory episode, Shop world) => Grounding.As<ChangePayment>(episode, world);

    public bool Achieved(Shop before, Shop after, Trajectory trajectory) =>
        Outcome.Reached(before, after, trajectory, UserId, OrderId, shop => shop.Handle(new ModifyPendingOrderPayment(OrderId, PaymentMethodId)));

    [Counterfactual("already-processed", "The warehouse has taken the order up: its payment is settled.")]
    public Shop AlreadyProcessed(Shop world) => world.With(world.FindOrder(OrderId)! with { Status = OrderStatus.Processed });

    [Counterfactual("payment-method-gone", "The payment method that was named was removed from the profile.")]
    public Shop PaymentMethodGone(Shop world) => world.With(world.FindUser(UserId)!.WithoutPaymentMethod(PaymentMethodId));

    [Counterfactual("already-on-it", "The order is charged to that payment method already.")]
    public Shop AlreadyOnIt(Shop world)
    {
        var order = world.FindOrder(OrderId)!;
        return world.With(order with { PaymentHistory = order.PaymentHistory.SetItem(0, order.OriginalPayment with { PaymentMethodId = PaymentMethodId }) });
    }

    internal static ChangePayment? From(ModifyPendingOrderPayment call, Shop world) =>
        Grounding.Owned(world, call.OrderId) is var (user, order) && user.PaymentMethods.GetValueOrDefault(call.PaymentMethodId) is { } method
            ? Of(user, order, method)
            : null;

    private static ChangePayment Of(User user, Order order, PaymentMethod method) => new(
        order.OrderId, Wording.Method(user, method), method.Id, user.Name.FirstName, user.Name.LastName, user.Address.Zip, user.Email, user.UserId);
}
