using System.Collections.Immutable;
using Dreaming;

namespace OrderDesk;

[Scenario("exchange-items", Title = "A customer wants other variants of delivered items.")]
[Says("Hi! I'd like to exchange my {Items}. I want {Wanted}.")]
[Says("the {Items} you sent isn't quite right, can i swap it? i need {Wanted}")]
[Says("About order {OrderId}: please exchange the {Items}; I would rather have {Wanted}.")]
[Says("Is it possible to exchange the {Items} I received?")]
[Budget(Turns = 14, ToolCalls = 14)]
public sealed partial record ExchangeItems(
    [Asked("order number", "which order")] string OrderId,
    [Asked("which items", "which item")] string Items,
    [Asked("which variant", "which option", "instead", "what would you like")] string Wanted,
    [Hidden, Asked("payment method", "price difference", "pay the difference", "refund")] string Payment,
    [Unknown] ImmutableArray<string> ItemIds,
    [Unknown] ImmutableArray<string> NewItemIds,
    [Unknown] string PaymentMethodId,
    [Hidden, Sensitive, Asked("first name", "your name", "full name")] string FirstName,
    [Hidden, Sensitive, Asked("last name", "surname", "your name", "full name")] string LastName,
    [Hidden, Sensitive, Asked("zip code", "postal code")] string Zip,
    [Hidden, Sensitive, Asked("e-mail", "email address", "e-mail address")] string Email,
    [Unknown] string UserId) : IScenario<ExchangeItems, Shop>
{
    public static IEnumerable<ExchangeItems> Seeds(Shop world) =>
        from order in world.Orders
        where order.Status == OrderStatus.Delivered
        let user = world.FindUser(order.UserId)
        where user is not null
        let method = user.PaymentMethods.GetValueOrDefault(order.OriginalPayment.PaymentMethodId)
        where method is not null
        from wish in ItemWish.Offered(world, order, method)
        select Of(user, order, wish, method);

    public static ExchangeItems? Ground(Trajectory episode, Shop world) => Grounding.As<ExchangeItems>(episode, world);

    public bool Achieved(Shop before, Shop after, Trajectory trajectory) =>
        Outcome.Reached(before, after, trajectory, UserId, OrderId, shop => shop.Handle(new ExchangeDeliveredOrderItems(OrderId, ItemIds, NewItemIds, PaymentMethodId)));

    [Counterfactual("not-delivered-yet", "The order is still on its way: nothing can be exchanged yet.")]
    public Shop NotDeliveredYet(Shop world) => world.With(world.FindOrder(OrderId)! with { Status = OrderStatus.Processed });

    [Counterfactual("already-exchanged", "An exchange of this order was started before, and there is only one.")]
    public Shop AlreadyExchanged(Shop world) => world.With(world.FindOrder(OrderId)! with { Status = OrderStatus.ExchangeRequested });

    [Counterfactual("new-variant-sold-out", "One of the wanted variants has just been sold out.")]
    public Shop NewVariantSoldOut(Shop world)
    {
        var product = world.FindProductOfItem(NewItemIds[0])!;
        return world.With(product.WithVariant(product.Variants[NewItemIds[0]] with { Available = false }));
    }

    [Counterfactual("payment-method-gone", "The payment method that was named was removed from the profile.")]
    public Shop PaymentMethodGone(Shop world) => world.With(world.FindUser(UserId)!.WithoutPaymentMethod(PaymentMethodId));

    internal static ExchangeItems? From(ExchangeDeliveredOrderItems call, Shop world)
    {
        if (Grounding.Owned(world, call.OrderId) is not var (user, order) || ItemWish.Read(world, order, call.ItemIds, call.NewItemIds) is not { } wish)
            return null;
        return user.PaymentMethods.GetValueOrDefault(call.PaymentMethodId) is { } method ? Of(user, order, wish, method) : null;
    }

    private static ExchangeItems Of(User user, Order order, ItemWish wish, PaymentMethod method) => new(
        order.OrderId,
        Wording.List(wish.Lines.Select(l => l.Name)),
        Wording.List(wish.Lines.Zip(wish.Variants, Wording.Swap)),
        Wording.Method(user, method),
        [.. wish.Lines.Select(l => l.ItemId)],
        [.. wish.Variants.Select(v => v.ItemId)],
        method.Id,
        user.Name.FirstName, user.Name.LastName, user.Address.Zip, user.Email, user.UserId);
}
