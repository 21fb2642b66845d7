using Dreaming.Determinism;
using OrderDesk;

namespace Dreaming.Simulators.Tests;

// Calls as agents make them in the shop: mostly of things that exist, sometimes of things that do not.
public sealed class RandomCalls(ulong seed)
{
    private static readonly string[] Cities = ["Oslo", "Lima", "Kyoto"];
    private readonly SeededRandom _random = new Seed(seed).ToRandom();

    public object[] Conversation(int length) => [.. Enumerable.Range(0, length).Select(_ => Next())];

    public object Next()
    {
        var user = _random.Pick(Recorder.Shop.Users.ToList());
        var order = _random.Pick(Recorder.Shop.Orders.ToList());
        var product = _random.Pick(Recorder.Shop.Products.ToList());
        var city = _random.Pick(Cities);
        return _random.Next(14) switch
        {
            0 => new FindUserIdByEmail(_random.Chance(0.2) ? "nobody@example.com" : user.Email),
            1 => new FindUserIdByNameZip(user.Name.FirstName, user.Name.LastName, user.Address.Zip),
            2 or 3 => new GetUserDetails(user.UserId),
            4 or 5 => new GetOrderDetails(_random.Chance(0.1) ? "W1" : order.OrderId),
            6 or 7 => new GetProductDetails(product.ProductId),
            8 => new CancelPendingOrder(order.OrderId, "no longer needed"),
            9 => new ModifyUserAddress(user.UserId, "1 Main Street", "", city, "IL", "USA", "60601"),
            10 => new ModifyPendingOrderAddress(order.OrderId, "1 Main Street", "", city, "IL", "USA", "60601"),
            11 => new ReturnDeliveredOrderItems(order.OrderId, [order.Items[0].ItemId], order.OriginalPayment.PaymentMethodId),
            12 => Swap(order),
            _ => new ListAllProductTypes(),
        };
    }

    private object Swap(Order order)
    {
        var line = order.Items[_random.Next(order.Items.Length)];
        var other = _random.Pick(Recorder.Shop.FindProduct(line.ProductId)!.Variants.Keys.Order(StringComparer.Ordinal).ToList());
        var payment = order.OriginalPayment.PaymentMethodId;
        return order.Status == OrderStatus.Delivered
            ? new ExchangeDeliveredOrderItems(order.OrderId, [line.ItemId], [other], payment)
            : new ModifyPendingOrderItems(order.OrderId, [line.ItemId], [other], payment);
    }
}
