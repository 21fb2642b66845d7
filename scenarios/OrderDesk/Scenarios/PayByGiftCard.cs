using Dreaming;

namespace OrderDesk;

[Scenario("pay-by-gift-card", Title = "A customer wants a pending order charged to a gift card that has enough on it.")]
[Says("Hi, I'd like to use my {Payment} for order {OrderId}.")]
[Says("can {OrderId} go on my {Payment}? i forgot i had one")]
[Says("Please charge order {OrderId} to my {Payment} rather than what I chose.")]
[Budget(Turns = 10, ToolCalls = 10)]
public sealed partial record PayByGiftCard(
    [Asked("order number", "which order")] string OrderId,
    [Asked("payment method", "which card", "pay with")] string Payment,
    [Unknown] string PaymentMethodId,
    [Hidden, Sensitive, Asked("first name", "your name", "full name")] string FirstName,
    [Hidden, Sensitive, Asked("last name", "surname", "your name", "full name")] string LastName,
    [Hidden, Sensitive, Asked("zip code", "postal code")] string Zip,
    [Hidden, Sensitive, Asked("e-mail", "email address", "e-mail address")] string Email,
    [Unknown] string UserId) : IScenario<PayByGiftCard, Shop>
{
    public static IEnumerable<PayByGiftCard> Seeds(Shop world) =>
        from order in world.Orders
        where order.Status == OrderStatus.Pending && order.PaymentHistory.Length == 1
        let user = world.FindUser(order.UserId)
        where user is not null
        from method in user.PaymentMethods.Values
        where method.IsGiftCard && method.Balance >= order.OriginalPayment.Amount && method.Id != order.OriginalPayment.PaymentMethodId
        select Of(user, order, method);

    public static PayByGiftCard? Ground(Trajectory episode, Shop world) => Grounding.As<PayByGiftCard>(episode, world);

    public bool Achieved(Shop before, Shop after, Trajectory trajectory) =>
        Outcome.Reached(before, after, trajectory, UserId, OrderId, shop => shop.Handle(new ModifyPendingOrderPayment(OrderId, PaymentMethodId)));

    [Counterfactual("already-processed", "The warehouse has taken the order up: its payment is settled.")]
    public Shop AlreadyProcessed(Shop world) => world.With(world.FindOrder(OrderId)! with { Status = OrderStatus.Processed });

    [Counterfactual("balance-too-low", "The gift card does not hold enough for the order any more.")]
    public Shop BalanceTooLow(Shop world)
    {
        var user = world.FindUser(UserId)!;
        var left = decimal.Floor(world.FindOrder(OrderId)!.OriginalPayment.Amount / 2);
        return world.With(user.WithPaymentMethod(user.PaymentMethods[PaymentMethodId] with { Balance = left }));
    }

    internal static PayByGiftCard? From(ModifyPendingOrderPayment call, Shop world) =>
        Grounding.Owned(world, call.OrderId) is var (user, order) && user.PaymentMethods.GetValueOrDefault(call.PaymentMethodId) is { } method
            ? Of(user, order, method)
            : null;

    private static PayByGiftCard Of(User user, Order order, PaymentMethod method) => new(
        order.OrderId, Wording.Method(user, method), method.Id, user.Name.FirstName, user.Name.LastName, user.Address.Zip, user.Email, user.UserId);
}
