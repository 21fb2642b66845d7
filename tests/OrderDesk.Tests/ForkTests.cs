namespace OrderDesk.Tests;

public sealed class ForkTests
{
    [Fact]
    public void A_fork_changes_on_its_own()
    {
        var shop = Shops.Own();
        var fork = shop.Fork();
        var order = Shops.AnOrder(shop, OrderStatus.Pending);
        fork.Handle(new CancelPendingOrder(order.OrderId, CancelReason.NoLongerNeeded));
        Assert.Equal(OrderStatus.Pending, shop.FindOrder(order.OrderId)!.Status);
        Assert.Equal(OrderStatus.Cancelled, fork.FindOrder(order.OrderId)!.Status);
        Assert.False(shop.SameAs(fork));
    }

    [Fact]
    public void Two_openings_share_nothing_that_changes()
    {
        var (first, second) = (Shops.Own(), Shops.Own());
        var user = first.Users.First();
        first.Handle(new ModifyUserAddress(user.UserId, "1 Sample Lane", "", "Foxglove", "VT", "USA", "00001"));
        Assert.Equal(user.Address, second.FindUser(user.UserId)!.Address);
        Assert.True(second.SameAs(Shops.Own()));
    }

    [Fact]
    public void The_order_in_which_items_are_listed_makes_no_difference()
    {
        var shop = Shops.Own();
        var order = Shops.AnOrder(shop, OrderStatus.Delivered, o => o.Items.Length > 1);
        var items = order.Items.Select(l => l.ItemId).ToArray();
        var (first, second) = (shop.Fork(), shop.Fork());
        first.Handle(new ReturnDeliveredOrderItems(order.OrderId, [.. items], order.OriginalPayment.PaymentMethodId));
        second.Handle(new ReturnDeliveredOrderItems(order.OrderId, [.. items.Reverse()], order.OriginalPayment.PaymentMethodId));
        Assert.True(first.SameAs(second));
    }
}
