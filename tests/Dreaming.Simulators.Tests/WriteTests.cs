using Dreaming.Contracts;
using Dreaming.Determinism;
using OrderDesk;

namespace Dreaming.Simulators.Tests;

public class WriteTests
{
    private static readonly Order[] Pending = [.. Recorder.Shop.Orders.Where(o => o.Status == OrderStatus.Pending)];
    private static readonly Order[] Delivered = [.. Recorder.Shop.Orders.Where(o => o.Status == OrderStatus.Delivered)];
    private static readonly Trajectory[] Reads =
    [
        .. Recorder.Shop.Orders.Select(o => Recorder.Record(new GetOrderDetails(o.OrderId))),
        .. Recorder.Shop.Products.Select(p => Recorder.Record(new GetProductDetails(p.ProductId))),
    ];

    [Fact]
    public void A_cancellation_that_nobody_recorded_is_answered_as_the_shop_does() =>
        AssertAsTheShop([.. Pending[..4].Select(o => new CancelPendingOrder(o.OrderId, "no longer needed")), new CancelPendingOrder(Pending[4].OrderId, "ordered by mistake")],
            new CancelPendingOrder(Pending[6].OrderId, "ordered by mistake"));

    [Fact]
    public void A_new_address_that_nobody_recorded_is_answered_as_the_shop_does() =>
        AssertAsTheShop([.. Pending[..4].Select((o, i) => Address(o, $"{i} Elm Street", $"City {i}", $"{i}0601"))], Address(Pending[7], "9 Oak Lane", "Lima", "99999"));

    [Fact]
    public void A_return_that_nobody_recorded_is_answered_as_the_shop_does() =>
        AssertAsTheShop([.. Delivered[..5].Select(Return)], Return(Delivered[8]));

    [Fact]
    public void An_exchange_that_nobody_recorded_is_answered_with_the_right_difference()
    {
        var exchanges = Delivered.Select(o => Swaps(o, o.Items.Length)).OfType<ExchangeDeliveredOrderItems>().ToArray();

        AssertAsTheShop([.. exchanges[..8]], exchanges[9]);
    }

    [Fact]
    public void A_swap_of_items_that_nobody_recorded_is_answered_as_the_shop_does_with_its_quirks()
    {
        var swaps = Pending.Select((o, i) => Swaps(o, i % 2 + 1)).OfType<ModifyPendingOrderItems>().Where(s => Recorder.Shop.Fork().Handle(s).Refusal is null).ToArray();

        AssertAsTheShop([.. swaps[..^2]], swaps[^1]);
    }

    [Fact]
    public void A_write_in_a_state_that_was_always_refused_is_refused_in_the_same_words()
    {
        object[] taught = [.. Pending[..3].Select(o => new CancelPendingOrder(o.OrderId, "no longer needed")), new CancelPendingOrder(Delivered[0].OrderId, "no longer needed")];

        AssertAsTheShop(taught, new CancelPendingOrder(Delivered[1].OrderId, "no longer needed"));
    }

    [Fact]
    public void A_refusal_that_names_what_it_is_about_names_it_in_another_call_too()
    {
        var returns = Delivered[..3].Select(o => new ExchangeDeliveredOrderItems(o.OrderId, [o.Items[0].ItemId], [Other(o)], o.OriginalPayment.PaymentMethodId));

        AssertAsTheShop([.. returns, Missing(Delivered[4], "1111111111")], Missing(Delivered[5], "2222222222"));

        static ExchangeDeliveredOrderItems Missing(Order order, string item) => new(order.OrderId, [item], [Other(order)], order.OriginalPayment.PaymentMethodId);
    }

    [Fact]
    public void An_order_of_items_that_no_recording_tells_apart_has_no_answer()
    {
        var single = Delivered.Where(o => o.Items.Length == 1).Take(4).Select(Return).ToArray();
        var several = Delivered.First(o => o.Items.Select(i => i.ItemId).Distinct().Count() > 2);
        string[] ids = [.. several.Items.Select(i => i.ItemId).Order(StringComparer.Ordinal)];

        Assert.NotNull(Recorder.Ask(Taught(single), new ReturnDeliveredOrderItems(several.OrderId, [.. ids], several.OriginalPayment.PaymentMethodId)));
        Assert.Null(Recorder.Ask(Taught(single), new ReturnDeliveredOrderItems(several.OrderId, [.. ids.Reverse()], several.OriginalPayment.PaymentMethodId)));
    }

    [Fact]
    public void A_write_in_a_state_that_nobody_saw_has_no_answer()
    {
        var world = Taught([.. Pending[..3].Select(o => new CancelPendingOrder(o.OrderId, "no longer needed"))]);

        Assert.Null(Recorder.Ask(world, new CancelPendingOrder(Delivered[0].OrderId, "no longer needed")));
    }

    [Fact]
    public void Two_writes_are_too_few_to_learn_from()
    {
        var world = Taught([.. Pending[..2].Select(o => new CancelPendingOrder(o.OrderId, "no longer needed"))]);

        Assert.Null(Recorder.Ask(world, new CancelPendingOrder(Pending[5].OrderId, "no longer needed")));
    }

    [Fact]
    public void What_a_write_may_have_changed_beside_its_own_thing_is_not_known_any_more()
    {
        var order = Pending.First(o => o.OriginalPayment.PaymentMethodId.StartsWith("gift_card", StringComparison.Ordinal));
        var read = new GetUserDetails(order.UserId);
        var world = new SimulatedWorld(
            TraceKnowledge.Learn(Recorder.Domain, [.. Reads, Recorder.Record(read), .. Pending.Where(o => o != order).Take(4).Select(o => Recorder.Record(new CancelPendingOrder(o.OrderId, "no longer needed")))]),
            new Seed(1));

        Assert.NotNull(Recorder.Ask(world, read));
        Assert.Equal(false, Recorder.Ask(world, new CancelPendingOrder(order.OrderId, "no longer needed"))?.Refused);
        Assert.Null(Recorder.Ask(world, read));
    }

    [Fact]
    public void What_a_write_was_seen_to_leave_alone_stays_known()
    {
        var writes = Pending[..5].Select((o, i) => Recorder.Record(new GetUserDetails(o.UserId), Address(o, $"{i} Elm Street", $"City {i}", $"{i}0601"), new GetUserDetails(o.UserId)));
        var world = new SimulatedWorld(TraceKnowledge.Learn(Recorder.Domain, [.. Reads, .. writes, Recorder.Record(new GetUserDetails(Pending[7].UserId))]), new Seed(1));

        Assert.Equal(false, Recorder.Ask(world, Address(Pending[7], "9 Oak Lane", "Lima", "99999"))?.Refused);
        Assert.NotNull(Recorder.Ask(world, new GetUserDetails(Pending[7].UserId)));
    }

    private static void AssertAsTheShop(object[] taught, object asked)
    {
        var shop = ((IWorld)Recorder.Shop).Fork();

        Assert.Equal(shop.Handle(asked), Recorder.Ask(Taught(taught), asked));
    }

    // Each write is recorded in a conversation of its own.
    private static SimulatedWorld Taught(object[] writes) =>
        new(TraceKnowledge.Learn(Recorder.Domain, [.. Reads, .. writes.Select(w => Recorder.Record(w))]), new Seed(1));

    private static ModifyPendingOrderAddress Address(Order order, string street, string city, string zip) => new(order.OrderId, street, "", city, "IL", "USA", zip);

    private static ReturnDeliveredOrderItems Return(Order order) =>
        new(order.OrderId, [.. order.Items.Select(i => i.ItemId).Reverse()], order.OriginalPayment.PaymentMethodId);

    private static string Other(Order order) =>
        Recorder.Shop.FindProduct(order.Items[0].ProductId)!.Variants.Values.First(v => v.Available && v.ItemId != order.Items[0].ItemId).ItemId;

    private static object? Swaps(Order order, int most)
    {
        var lines = order.Items.DistinctBy(l => l.ItemId).Take(most).ToList();
        var others = lines.Select(l => Recorder.Shop.FindProduct(l.ProductId)!.Variants.Values.FirstOrDefault(v => v.Available && v.ItemId != l.ItemId)?.ItemId).ToList();
        if (others.Contains(null))
            return null;
        var payment = order.OriginalPayment.PaymentMethodId;
        return order.Status == OrderStatus.Delivered
            ? new ExchangeDeliveredOrderItems(order.OrderId, [.. lines.Select(l => l.ItemId)], [.. others.Select(o => o!)], payment)
            : new ModifyPendingOrderItems(order.OrderId, [.. lines.Select(l => l.ItemId)], [.. others.Select(o => o!)], payment);
    }
}
