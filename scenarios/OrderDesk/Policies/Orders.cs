using System.Collections.Immutable;

namespace OrderDesk;

/// <summary>What the policy asks the shop. An order or item that the shop does not know is refused by the tool and breaks no rule.</summary>
internal static class Orders
{
    public static bool Has(Shop shop, string orderId, Func<Order, bool> condition) =>
        shop.FindOrder(orderId) is not { } order || condition(order);

    public static bool SameProducts(Shop shop, ImmutableArray<string> old, ImmutableArray<string> replacement) =>
        old.Zip(replacement).All(pair =>
            shop.FindProductOfItem(pair.First) is not { } before
            || shop.FindProductOfItem(pair.Second) is not { } after
            || before.ProductId == after.ProductId);

    public static bool AllAvailable(Shop shop, ImmutableArray<string> items) =>
        items.All(id => shop.FindVariant(id) is not { Available: false });

    public static bool OwnMethod(Shop shop, string orderId, string methodId) =>
        Has(shop, orderId, order => shop.FindPaymentMethod(order.UserId, methodId) is not null);

    public static bool RefundAllowed(Shop shop, ReturnDeliveredOrderItems call) =>
        Has(shop, call.OrderId, order =>
            order.OriginalPayment.PaymentMethodId == call.PaymentMethodId
            || shop.FindPaymentMethod(order.UserId, call.PaymentMethodId) is { IsGiftCard: true });

    public static bool CardCovers(Shop shop, string orderId, string methodId, Func<Order, decimal> amount) =>
        Has(shop, orderId, order =>
            shop.FindPaymentMethod(order.UserId, methodId) is not { IsGiftCard: true } card || card.Balance >= amount(order));

    /// <summary>What the swap costs more, in dollars and to the cent.</summary>
    public static decimal Difference(Shop shop, Order order, ImmutableArray<string> old, ImmutableArray<string> replacement) =>
        BinaryMoney.RoundToCents(BinaryMoney.Difference(
            from pair in old.Zip(replacement)
            let line = order.Items.FirstOrDefault(l => l.ItemId == pair.First)
            let variant = shop.FindVariant(pair.Second)
            where line is not null && variant is not null
            select (line.Price, variant.Price)));
}
