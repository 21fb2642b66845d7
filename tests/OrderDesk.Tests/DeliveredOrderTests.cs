namespace OrderDesk.Tests;

public sealed class DeliveredOrderTests
{
    private readonly Shop _shop = Shops.Own();

    [Fact]
    public void A_return_is_noted_with_sorted_items()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Delivered, o => o.Items.Length > 1);
        var items = order.Items.Select(l => l.ItemId).OrderDescending(StringComparer.Ordinal).ToArray();
        var result = _shop.Handle(new ReturnDeliveredOrderItems(order.OrderId, [.. items], order.OriginalPayment.PaymentMethodId)).Result!;
        Assert.Equal(OrderStatus.ReturnRequested, result.Status);
        Assert.Equal(items.Order(StringComparer.Ordinal), result.ReturnItems!.Value);
        Assert.Equal(order.OriginalPayment.PaymentMethodId, result.ReturnPaymentMethodId);
        Assert.Equal(order.PaymentHistory, result.PaymentHistory);
        Assert.Equal("Non-delivered order cannot be returned", _shop.Handle(new ReturnDeliveredOrderItems(order.OrderId, [.. items], order.OriginalPayment.PaymentMethodId)).Refusal);
    }

    [Fact]
    public void A_refund_goes_back_or_to_a_gift_card()
    {
        var (order, card) = Shops.WithGiftCard(_shop, OrderStatus.Delivered);
        var other = new PaymentMethod("paypal", "paypal_0000000");
        var shop = _shop.With(Shops.OwnerOf(_shop, order).WithPaymentMethod(other));
        Assert.Equal("Payment method should be the original payment method", shop.Handle(new ReturnDeliveredOrderItems(order.OrderId, [order.Items[0].ItemId], other.Id)).Refusal);
        Assert.Equal("Payment method not found", shop.Handle(new ReturnDeliveredOrderItems(order.OrderId, [order.Items[0].ItemId], "paypal_1")).Refusal);
        Assert.Equal(card.Id, shop.Handle(new ReturnDeliveredOrderItems(order.OrderId, [order.Items[0].ItemId], card.Id)).Result!.ReturnPaymentMethodId);
    }

    [Fact]
    public void An_item_is_returned_no_more_often_than_it_was_ordered()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Delivered);
        var id = order.Items[0].ItemId;
        var often = Enumerable.Repeat(id, order.Items.Count(l => l.ItemId == id) + 1);
        Assert.Equal("Some item not found", _shop.Handle(new ReturnDeliveredOrderItems(order.OrderId, [.. often], order.OriginalPayment.PaymentMethodId)).Refusal);
    }

    [Fact]
    public void An_exchange_states_the_difference_to_the_cent()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Delivered);
        var (line, variant) = Shops.ASwap(_shop, order);
        var shop = _shop.With(Shops.OwnerOf(_shop, order).WithPaymentMethod(new("paypal", "paypal_0000000")));
        var result = shop.Handle(new ExchangeDeliveredOrderItems(order.OrderId, [line.ItemId], [variant.ItemId], "paypal_0000000")).Result!;
        Assert.Equal(OrderStatus.ExchangeRequested, result.Status);
        Assert.Equal(variant.Price - line.Price, result.ExchangePriceDifference);
        Assert.Equal([variant.ItemId], result.ExchangeNewItems!.Value);
        Assert.Equal(order.Items, result.Items);
        Assert.Equal("Non-delivered order cannot be exchanged", shop.Handle(new ExchangeDeliveredOrderItems(order.OrderId, [line.ItemId], [variant.ItemId], "paypal_0000000")).Refusal);
    }

    [Fact]
    public void A_gift_card_covers_the_difference_or_nothing_is_exchanged()
    {
        var shop = _shop;
        var (order, line, variant) = (
            from o in shop.Orders
            where o.Status == OrderStatus.Delivered
            from l in o.Items
            from v in shop.FindProduct(l.ProductId)!.Variants.Values
            where v.Available && v.Price > l.Price
            select (o, l, v)).First();
        var card = new PaymentMethod("gift_card", "gift_card_0000000", Balance: variant.Price - line.Price - 0.01m);
        var poor = shop.With(Shops.OwnerOf(shop, order).WithPaymentMethod(card));
        var call = new ExchangeDeliveredOrderItems(order.OrderId, [line.ItemId], [variant.ItemId], card.Id);
        Assert.Equal("Insufficient gift card balance to pay for the price difference", poor.Handle(call).Refusal);
        var rich = shop.With(Shops.OwnerOf(shop, order).WithPaymentMethod(card with { Balance = card.Balance + 0.01m }));
        Assert.Null(rich.Handle(call).Refusal);
    }

    [Fact]
    public void A_pending_order_is_neither_returned_nor_exchanged()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending);
        Assert.Equal("Non-delivered order cannot be returned", _shop.Handle(new ReturnDeliveredOrderItems(order.OrderId, [order.Items[0].ItemId], "x")).Refusal);
        Assert.Equal("Non-delivered order cannot be exchanged", _shop.Handle(new ExchangeDeliveredOrderItems(order.OrderId, [order.Items[0].ItemId], ["x"], "x")).Refusal);
    }
}
