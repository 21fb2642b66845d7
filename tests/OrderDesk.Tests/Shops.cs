using Dreaming;

namespace OrderDesk.Tests;

/// <summary>The domain's own shop, and things in it that tests speak about.</summary>
internal static class Shops
{
    public static Shop Own() => Shop.Open(WorldOptions.Default);

    public static Order AnOrder(Shop shop, string status, Func<Order, bool>? that = null) =>
        shop.Orders.First(o => o.Status == status && (that is null || that(o)));

    public static User OwnerOf(Shop shop, Order order) => shop.FindUser(order.UserId)!;

    /// <summary>An item of the order and an available other variant of it.</summary>
    public static (OrderLine Line, Variant Variant) ASwap(Shop shop, Order order) =>
        (from line in order.Items
         from variant in shop.FindProduct(line.ProductId)!.Variants.Values
         where variant.Available && variant.ItemId != line.ItemId
         select (line, variant)).First();

    /// <summary>An order whose owner has a gift card, and that gift card.</summary>
    public static (Order Order, PaymentMethod Card) WithGiftCard(Shop shop, string status) =>
        (from order in shop.Orders
         where order.Status == status
         from method in OwnerOf(shop, order).PaymentMethods.Values
         where method.IsGiftCard && method.Id != order.OriginalPayment.PaymentMethodId
         select (order, method)).First();
}
