using Dreaming;
using Dreaming.Contracts;

namespace OrderDesk.Tests;

public sealed class PolicyTests
{
    private readonly Shop _shop = Shops.Own();

    public static TheoryData<string> Scenarios => [.. OrderDeskDomain.Instance.Scenarios.Select(s => s.Id)];

    [Theory, MemberData(nameof(Scenarios))]
    public void A_good_agent_breaks_nothing(string id)
    {
        foreach (var seed in OrderDeskDomain.Instance.FindScenario(id)!.Seeds(_shop).Take(20))
            Assert.Empty(Broken(GoodAgent.Handles(seed, _shop)));
    }

    [Fact]
    public void Every_invariant_says_what_must_hold() =>
        Assert.All(OrderDeskDomain.Instance.Invariants, i => Assert.NotEmpty(i.Because));

    [Fact]
    public void Reading_before_identification_breaks_a_rule()
    {
        var order = _shop.Orders.First();
        Assert.Equal(
            ["identified-before-records"],
            Broken(new Conversation(_shop).Call(new GetOrderDetails(order.OrderId)).Call(new GetUserDetails(order.UserId))));
    }

    [Fact]
    public void A_strangers_order_and_profile_stay_closed()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending);
        var stranger = _shop.Users.First(u => u.UserId != order.UserId);
        Assert.Equal(
            ["own-cancel", "own-order-read", "own-profile-read", "reason-before-cancel", "yes-before-cancel"],
            Broken(new Conversation(_shop).Identify(stranger)
                .Call(new GetOrderDetails(order.OrderId))
                .Call(new GetUserDetails(order.UserId))
                .Call(new CancelPendingOrder(order.OrderId, CancelReason.NoLongerNeeded))));
    }

    [Fact]
    public void One_conversation_serves_one_customer()
    {
        var users = _shop.Users.Take(2).ToArray();
        Assert.Equal(["one-customer"], Broken(new Conversation(_shop).Identify(users[0]).Identify(users[1])));
    }

    [Theory]
    [InlineData("Shall I cancel order {0}?", "Yes, please.", true)]
    [InlineData("Shall I cancel order {0}?", "ok go ahead", true)]
    [InlineData("Shall I cancel order {0}?", "No, wait. Is that correct?", false)]
    [InlineData("Shall I cancel order {0}?", "How long does the refund take?", false)]
    [InlineData("How can I help you?", "Yes, please.", false)]
    public void A_change_needs_a_yes_to_a_proposal(string proposal, string answer, bool holds)
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending);
        var talk = Bare(order).User("I no longer need it.")
            .Agent(string.Format(System.Globalization.CultureInfo.InvariantCulture, proposal, order.OrderId)).User(answer)
            .Call(new CancelPendingOrder(order.OrderId, CancelReason.NoLongerNeeded));
        Assert.Equal(holds ? [] : ["yes-before-cancel"], Broken(talk));
    }

    [Fact]
    public void One_yes_carries_what_was_proposed_together()
    {
        var orders = _shop.Orders.Where(o => o.Status == OrderStatus.Pending).GroupBy(o => o.UserId).First(g => g.Count() > 1).Take(2).ToArray();
        var talk = Bare(orders[0]).Call(new GetOrderDetails(orders[1].OrderId)).Agree("Shall I cancel both orders as no longer needed?");
        foreach (var order in orders)
            talk.Call(new CancelPendingOrder(order.OrderId, CancelReason.NoLongerNeeded));
        Assert.Empty(Broken(talk));
    }

    [Fact]
    public void Status_reason_product_stock_and_balance_are_guarded()
    {
        var processed = Shops.AnOrder(_shop, OrderStatus.Processed);
        Assert.Contains("cancel-only-pending", Broken(Bare(processed).Call(new CancelPendingOrder(processed.OrderId, "changed my mind"))));
        Assert.Contains("cancel-reason-accepted", Broken(Bare(processed).Call(new CancelPendingOrder(processed.OrderId, "changed my mind"))));
        Assert.Contains("address-only-pending", Broken(Bare(processed).Call(new ModifyPendingOrderAddress(processed.OrderId, "1", "", "c", "s", "u", "z"))));
        Assert.Contains("payment-only-pending", Broken(Bare(processed).Call(new ModifyPendingOrderPayment(processed.OrderId, "x"))));
        Assert.Contains("return-only-delivered", Broken(Bare(processed).Call(new ReturnDeliveredOrderItems(processed.OrderId, [], "x"))));
        Assert.Contains("exchange-only-delivered", Broken(Bare(processed).Call(new ExchangeDeliveredOrderItems(processed.OrderId, [], [], "x"))));

        var pending = Shops.AnOrder(_shop, OrderStatus.Pending);
        var line = pending.Items[0];
        var foreign = _shop.Products.First(p => p.ProductId != line.ProductId).Variants.Keys.First();
        Assert.Contains("same-product-in-order", Broken(Bare(pending).Call(new ModifyPendingOrderItems(pending.OrderId, [line.ItemId], [foreign], "x"))));
        Assert.Contains("own-payment-method-order-items", Broken(Bare(pending).Call(new ModifyPendingOrderItems(pending.OrderId, [line.ItemId], [foreign], "x"))));
        Assert.Contains("other-payment-method", Broken(Bare(pending).Call(new ModifyPendingOrderPayment(pending.OrderId, pending.OriginalPayment.PaymentMethodId))));
        var soldOut = _shop.Products.SelectMany(p => p.Variants.Values).First(v => !v.Available).ItemId;
        Assert.Contains("available-in-order", Broken(Bare(pending).Call(new ModifyPendingOrderItems(pending.OrderId, [line.ItemId], [soldOut], "x"))));
    }

    [Fact]
    public void A_gift_card_that_holds_too_little_is_guarded()
    {
        var (order, card) = Shops.WithGiftCard(_shop, OrderStatus.Pending);
        var poor = _shop.With(Shops.OwnerOf(_shop, order).WithPaymentMethod(card with { Balance = 0 }));
        var talk = new Conversation(poor).Identify(Shops.OwnerOf(poor, order)).Call(new GetOrderDetails(order.OrderId)).Agree("Shall I change the payment method?").Call(new ModifyPendingOrderPayment(order.OrderId, card.Id));
        Assert.Equal(["gift-card-covers-order"], Broken(talk));
    }

    [Fact]
    public void Refunds_go_back_or_to_a_gift_card()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Delivered);
        var shop = _shop.With(Shops.OwnerOf(_shop, order).WithPaymentMethod(new("paypal", "paypal_0000000")));
        var talk = new Conversation(shop).Identify(Shops.OwnerOf(shop, order)).Call(new GetOrderDetails(order.OrderId)).Agree("Shall I start the return, refunded to your PayPal?")
            .Call(new ReturnDeliveredOrderItems(order.OrderId, [order.Items[0].ItemId], "paypal_0000000"));
        Assert.Equal(["refund-to-original-or-gift-card"], Broken(talk));
    }

    [Fact]
    public void A_handover_is_made_by_its_tool_and_ends_the_work()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending);
        Assert.Equal(["transfer-before-announcement"], Broken(Bare(order).Agent("You are being transferred to a human agent.")));
        Assert.Equal(["nothing-after-transfer"], Broken(Bare(order).Call(new TransferToHumanAgents("help")).Agent("You are being transferred to a human agent.")
            .User("Wait.").Agree("Shall I cancel it as no longer needed?").Call(new CancelPendingOrder(order.OrderId, CancelReason.NoLongerNeeded))));
    }

    [Fact]
    public void Somebody_elses_email_is_not_written()
    {
        var order = Shops.AnOrder(_shop, OrderStatus.Pending);
        var owner = Shops.OwnerOf(_shop, order);
        var other = _shop.Users.First(u => u.UserId != owner.UserId);
        Assert.Equal(["own-email-only"], Broken(Bare(order).Agent($"It belongs to {other.Email}.")));
        Assert.Empty(Broken(Bare(order).Agent($"I will write to {owner.Email}.")));
        Assert.Empty(Broken(Bare(order).User($"is it {other.Email}?").Agent($"I cannot speak about {other.Email}.")));
    }

    [Fact]
    public void A_second_call_waits_for_the_answer_to_the_first()
    {
        var call = new ToolCalled("a", "list_all_product_types", RawJson.EmptyObject);
        var reply = new ToolReplied("a", "list_all_product_types", ReplyOutcome.Result, "{}");
        Assert.True(ConversationPolicy.OneCallAtATime(new([call, reply, call with { CallId = "b" }, reply with { CallId = "b" }])));
        Assert.False(ConversationPolicy.OneCallAtATime(new([call, call with { CallId = "b" }, reply, reply with { CallId = "b" }])));
    }

    private Conversation Bare(Order order) => new Conversation(_shop).Identify(Shops.OwnerOf(_shop, order)).Call(new GetOrderDetails(order.OrderId));

    /// <summary>The invariants that a conversation breaks, each asked in the world as it was at that moment, and the temporal constraints that it violates.</summary>
    private static IEnumerable<string> Broken(Conversation talk)
    {
        var domain = OrderDeskDomain.Instance;
        var world = talk.Before.Fork();
        var broken = new SortedSet<string>(StringComparer.Ordinal);
        var t = talk.Trajectory;
        for (var i = 0; i < t.Events.Length; i++)
        {
            if (t.Events[i] is not ToolCalled called)
                continue;
            var context = new InvariantContext(world, t.Before(i), called.Typed);
            broken.UnionWith(domain.Invariants.Where(x => x.Tool == called.Tool && !x.Holds(context)).Select(x => x.Id));
            ((IWorld)world).Handle(called.Typed!);
        }

        broken.UnionWith(ConstraintTests.Broken(t));
        broken.UnionWith(domain.Invariants.Where(x => x.Tool is null && !x.Holds(new(world, t, null))).Select(x => x.Id));
        return broken;
    }
}
