namespace OrderDesk.Tests;

public sealed class PendingOrderTests
{
    private readonly Shop _shop = Shops.Own();

    [Fact]
    public void A_cancelled_order_is_refunded()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending);
        var result = _shop.Handle(new CancelPendingOrder(order.OrderId, CancelReason.OrderedByMistake)).Result!;
        Assert.Equal(OrderStatus.Cancelled, result.Status);
        Assert.Equal(CancelReason.OrderedByMistake, result.CancelReason);
        Assert.Equal(order.OriginalPayment with { TransactionType = "refund" }, result.PaymentHistory[^1]);
        Assert.Equal(result, _shop.FindOrder(order.OrderId));
    }

    [Fact]
    public void A_cancelled_order_fills_the_gift_card_that_paid_it()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending, o => Shops.OwnerOf(_shop, o).PaymentMethods[o.OriginalPayment.PaymentMethodId].IsGiftCard);
        var before = Shops.OwnerOf(_shop, order).PaymentMethods[order.OriginalPayment.PaymentMethodId].Balance;
        _shop.Handle(new CancelPendingOrder(order.OrderId, CancelReason.NoLongerNeeded));
        Assert.Equal(before + order.OriginalPayment.Amount, Shops.OwnerOf(_shop, order).PaymentMethods[order.OriginalPayment.PaymentMethodId].Balance);
    }

    [Theory]
    [InlineData(OrderStatus.Processed)]
    [InlineData(OrderStatus.Delivered)]
    [InlineData(OrderStatus.Cancelled)]
    public void Only_pending_orders_are_cancelled_or_changed(string status)
    {
        var order = Shops.AnOrder(_shop, status);
        var untouched = _shop.Fork();
        Assert.Equal("Non-pending order cannot be cancelled", _shop.Handle(new CancelPendingOrder(order.OrderId, CancelReason.NoLongerNeeded)).Refusal);
        Assert.Equal("Non-pending order cannot be modified", _shop.Handle(new ModifyPendingOrderAddress(order.OrderId, "1", "", "c", "s", "u", "z")).Refusal);
        Assert.Equal("Non-pending order cannot be modified", _shop.Handle(new ModifyPendingOrderItems(order.OrderId, [], [], "x")).Refusal);
        Assert.Equal("Non-pending order cannot be modified", _shop.Handle(new ModifyPendingOrderPayment(order.OrderId, "x")).Refusal);
        Assert.True(_shop.SameAs(untouched));
    }

    [Fact]
    public void A_third_reason_is_refused() =>
        Assert.Equal("Invalid reason", _shop.Handle(new CancelPendingOrder(Shops.AnOrder(_shop, OrderStatus.Pending).OrderId, "changed my mind")).Refusal);

    [Fact]
    public void An_order_is_sent_elsewhere_and_the_profile_stays()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending);
        var result = _shop.Handle(new ModifyPendingOrderAddress(order.OrderId, "1 Sample Lane", "Floor 2", "Foxglove", "VT", "USA", "00001")).Result!;
        Assert.Equal(new("1 Sample Lane", "Floor 2", "Foxglove", "USA", "VT", "00001"), result.Address);
        Assert.Equal(order.UserId, result.UserId);
        Assert.NotEqual(result.Address, Shops.OwnerOf(_shop, order).Address);
    }

    [Fact]
    public void Swapped_items_are_paid_for_and_close_the_order()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending);
        var (line, variant) = Shops.ASwap(_shop, order);
        var method = Shops.OwnerOf(_shop, order).PaymentMethods.Values.First(m => !m.IsGiftCard);
        var result = _shop.Handle(new ModifyPendingOrderItems(order.OrderId, [line.ItemId], [variant.ItemId], method.Id)).Result!;
        Assert.Equal(OrderStatus.PendingModified, result.Status);
        Assert.Contains(result.Items, l => l.ItemId == variant.ItemId && l.Price == variant.Price);
        Assert.Equal(Math.Abs(variant.Price - line.Price), Math.Round(result.PaymentHistory[^1].Amount, 2));
        Assert.Equal(variant.Price > line.Price ? "payment" : "refund", result.PaymentHistory[^1].TransactionType);
        Assert.Equal("Non-pending order cannot be modified", _shop.Handle(new ModifyPendingOrderItems(order.OrderId, [variant.ItemId], [line.ItemId], method.Id)).Refusal);
        Assert.Equal("Non-pending order cannot be cancelled", _shop.Handle(new CancelPendingOrder(order.OrderId, CancelReason.NoLongerNeeded)).Refusal);
    }

    [Fact]
    public void Two_swaps_in_one_call_carry_the_last_variants_price_as_the_recorded_shop_does()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending, o => o.Items.DistinctBy(l => l.ProductId).Count() > 1 && o.Items.All(l => Other(l) is not null));
        var lines = order.Items.DistinctBy(l => l.ProductId).Take(2).ToArray();
        var variants = lines.Select(l => Other(l)!).ToArray();
        var method = Shops.OwnerOf(_shop, order).PaymentMethods.Values.First(m => !m.IsGiftCard);
        var result = _shop.Handle(new ModifyPendingOrderItems(order.OrderId, [.. lines.Select(l => l.ItemId)], [.. variants.Select(v => v.ItemId)], method.Id)).Result!;
        Assert.Equal(variants[1].Price, result.Items.First(l => l.ItemId == variants[0].ItemId).Price);
    }

    [Fact]
    public void A_swap_says_what_is_wrong_with_it()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending);
        var (line, variant) = Shops.ASwap(_shop, order);
        var method = Shops.OwnerOf(_shop, order).PaymentMethods.Keys.First();
        Assert.Equal("1 not found", Refusal(["1"], [variant.ItemId], method));
        Assert.Equal("The number of items to be exchanged should match", Refusal([line.ItemId], [], method));
        Assert.Equal("The new item id should be different from the old item id", Refusal([line.ItemId], [line.ItemId], method));
        Assert.Equal("Variant not found", Refusal([line.ItemId], [_shop.Products.First(p => p.ProductId != line.ProductId).Variants.Keys.First()], method));
        Assert.Equal("Payment method not found", Refusal([line.ItemId], [variant.ItemId], "paypal_0"));
        string? Refusal(string[] old, string[] replacement, string paid) => _shop.Handle(new ModifyPendingOrderItems(order.OrderId, [.. old], [.. replacement], paid)).Refusal;
    }

    [Fact]
    public void A_sold_out_variant_is_refused()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending);
        var (line, variant) = Shops.ASwap(_shop, order);
        var shop = _shop.With(_shop.FindProduct(line.ProductId)!.WithVariant(variant with { Available = false }));
        var refusal = shop.Handle(new ModifyPendingOrderItems(order.OrderId, [line.ItemId], [variant.ItemId], order.OriginalPayment.PaymentMethodId)).Refusal;
        Assert.Equal($"New item {variant.ItemId} not found or available", refusal);
    }

    [Fact]
    public void An_order_moves_to_a_gift_card_that_covers_it()
    {
        var (order, card) = Shops.WithGiftCard(_shop, OrderStatus.Pending);
        var rich = _shop.With(Shops.OwnerOf(_shop, order).WithPaymentMethod(card with { Balance = order.OriginalPayment.Amount + 5 }));
        var result = rich.Handle(new ModifyPendingOrderPayment(order.OrderId, card.Id)).Result!;
        Assert.Equal(["payment", "payment", "refund"], result.PaymentHistory.Select(p => p.TransactionType));
        Assert.Equal([order.OriginalPayment.PaymentMethodId, card.Id, order.OriginalPayment.PaymentMethodId], result.PaymentHistory.Select(p => p.PaymentMethodId));
        Assert.Equal(5, rich.FindPaymentMethod(order.UserId, card.Id)!.Balance);
        Assert.Equal("There should be exactly one payment for a pending order", rich.Handle(new ModifyPendingOrderPayment(order.OrderId, card.Id)).Refusal);
    }

    [Fact]
    public void A_gift_card_pays_only_what_it_holds()
    {
        var (order, card) = Shops.WithGiftCard(_shop, OrderStatus.Pending);
        var poor = _shop.With(Shops.OwnerOf(_shop, order).WithPaymentMethod(card with { Balance = order.OriginalPayment.Amount - 0.01m }));
        Assert.Equal("Insufficient gift card balance to pay for the order", poor.Handle(new ModifyPendingOrderPayment(order.OrderId, card.Id)).Refusal);
    }

    [Fact]
    public void An_order_does_not_move_to_where_it_is()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending);
        var refusal = _shop.Handle(new ModifyPendingOrderPayment(order.OrderId, order.OriginalPayment.PaymentMethodId)).Refusal;
        Assert.Equal("The new payment method should be different from the current one", refusal);
    }

    private Variant? Other(OrderLine line) => _shop.FindProduct(line.ProductId)!.Variants.Values.FirstOrDefault(v => v.Available && v.ItemId != line.ItemId);
}
