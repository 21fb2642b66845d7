using Dreaming;
using Dreaming.Contracts;

namespace OrderDesk.Tests;

/// <summary>Each temporal constraint with a conversation that keeps it and one that breaks it.</summary>
public sealed class ConstraintTests
{
    private const string Announcement = "YOU ARE BEING TRANSFERRED TO A HUMAN AGENT. PLEASE HOLD ON.";

    private static readonly Shop Shop = Shops.Own();
    private static readonly Order Pending = Shops.AnOrder(Shop, OrderStatus.Pending);
    private static readonly Order Delivered = Shops.AnOrder(Shop, OrderStatus.Delivered);
    private static readonly CancelPendingOrder Cancel = new(Pending.OrderId, CancelReason.NoLongerNeeded);
    private static readonly ModifyPendingOrderAddress Send = new(Pending.OrderId, "1 Example Street", "", "Springfield", "IL", "USA", "00001");
    private static readonly ModifyPendingOrderItems Swap = SwapOf(Pending);
    private static readonly ModifyPendingOrderPayment Charge = new(Pending.OrderId, Pending.OriginalPayment.PaymentMethodId);
    private static readonly ReturnDeliveredOrderItems Return = new(Delivered.OrderId, [Delivered.Items[0].ItemId], Delivered.OriginalPayment.PaymentMethodId);
    private static readonly ExchangeDeliveredOrderItems Exchange = ExchangeOf(Delivered);
    private static readonly GetOrderDetails Read = new(Pending.OrderId);
    private static readonly TransferToHumanAgents Transfer = new("The customer wants an invoice.");

    private static readonly Dictionary<string, (Conversation Kept, Conversation Broken)> Cases = new(StringComparer.Ordinal)
    {
        ["identified-before-records"] = (Known().Call(Read), Talk().Call(new FindUserIdByEmail("nobody@example.com")).Call(Read)),
        ["identified-before-products"] = (Known().Call(new ListAllProductTypes()), Talk().Call(new ListAllProductTypes()).Identify(Owner(Pending))),
        ["yes-before-cancel"] = (Known().Agree("Shall I cancel it?").Call(Cancel), Known().Agree("Shall I cancel it?").Agent("One moment.").User("How long will it take?").Call(Cancel)),
        ["yes-before-address"] = (Known().Agree("Shall I send it to the new address?").Call(Send), Known().Agree("Shall I cancel it?").Call(Send)),
        ["yes-before-order-items"] = (
            Known().Agree("Shall I swap it?").Agent("Shall the difference go to your card or to PayPal?").User("To PayPal.").Call(Swap),
            Known().Agree("Shall I swap it?").Call(Read).Agent("It is pending.").User("When does it arrive?").Call(Swap)),
        ["yes-before-order-payment"] = (Known().Agree("Shall I charge your card?").Call(Charge), Known().User("Charge my card.").Call(Charge)),
        ["yes-before-return"] = (
            Known().Agent("To return it to your card, please confirm the order.").User("Please return it.").Call(Return),
            Known().Agent("Which order is it?").User("Please return it.").Call(Return)),
        ["yes-before-exchange"] = (Known().Agree("Shall I exchange it?").Call(Exchange), Known().Agent("Shall I exchange it?").User("No, wait. Is that the right size?").Call(Exchange)),
        ["one-yes-one-change"] = (
            Known().Agree("Shall I change the address of the order, and cancel the other one?").Call(Send).Call(Cancel),
            Known().Agree("Shall I change the address of the order?").Call(Send).Call(Cancel)),
        ["reason-before-cancel"] = (Known().Agree("Shall I cancel it as no longer needed?").Call(Cancel), Known().Agree("Shall I cancel it?").Call(Cancel)),
        ["payment-method-before-paid-change"] = (
            Known().User("Refund it to my gift card.").Call(Return),
            Known().Agree("Shall I return it?").Call(Return)),
        ["transfer-before-announcement"] = (Known().Call(Transfer).Agent(Announcement), Known().Agent(Announcement).Call(Transfer)),
        ["transfer-is-announced"] = (Known().Call(Transfer), Known().Call(Transfer).Agent("Goodbye.")),
        ["nothing-after-transfer"] = (Known().Call(Read).Call(Transfer).Agent(Announcement), Known().Call(Transfer).Agent(Announcement).Call(Read)),
        ["order-read-before-change"] = (Known().Call(Read).Call(Cancel), Known().Call(new GetOrderDetails(Delivered.OrderId)).Call(Cancel)),
        ["nothing-after-changed-items"] = (Known().Call(Send).Call(Swap), Known().Call(Swap).Call(Send)),
        ["one-exchange-per-order"] = (Known().Call(Exchange), Known().Call(Exchange).Call(Exchange)),
        ["words-or-a-call"] = (Known().Agent("May I look at it?").User("Yes.").Call(Read), Known().Agent("Let me look.").Call(Read)),
        ["all-items-asked-for"] = (
            Known().Agree("Are these all the items that you want to change?").Call(Swap),
            Known().Agree("Shall I swap it?").Call(Swap).Agent("Are these all the items?")),
    };

    public static TheoryData<string> Ids => [.. OrderDeskDomain.Instance.Constraints.Select(c => c.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void A_constraint_is_kept_by_one_conversation_and_broken_by_another(string id)
    {
        var (kept, broken) = Cases[id];
        Assert.DoesNotContain(id, Broken(kept.Trajectory));
        Assert.Contains(id, Broken(broken.Trajectory));
    }

    [Fact]
    public void No_case_is_left_over() => Assert.Empty(Cases.Keys.Except(OrderDeskDomain.Instance.Constraints.Select(c => c.Id)));

    [Fact]
    public void Every_constraint_gives_its_reason_in_a_sentence() =>
        Assert.All(OrderDeskDomain.Instance.Constraints, c => Assert.EndsWith(".", c.Because, StringComparison.Ordinal));

    [Theory]
    [InlineData("Yes, go ahead.", true)]
    [InlineData("Wait, so it takes a week? Fine, let's just do it.", true)]
    [InlineData("Yes to the ones not yet shipped.", true)]
    [InlineData("Not yet. Is that correct?", false)]
    [InlineData("I don't know.", false)]
    public void A_yes_is_told_from_a_no(string answer, bool agrees) => Assert.Equal(agrees, Phrases.Agrees(answer));

    [Theory]
    [InlineData("Are these all the items you want to exchange?", true)]
    [InlineData("Once done, we can't modify or cancel this order again.", true)]
    [InlineData("This can only be done once.", true)]
    [InlineData("You'd like to exchange only the desk lamp. Please confirm.", true)]
    [InlineData("You can only pay by card.", false)]
    [InlineData("I will ask for a final yes.", false)]
    [InlineData("Is there anything else I can help you with?", false)]
    [InlineData("Please reply yes to proceed.", false)]
    public void A_reminder_is_told_from_politeness(string words, bool reminds) => Assert.Equal(reminds, Phrases.RemindsOfAllItems(words));

    /// <summary>The temporal constraints that are violated when a conversation ends so.</summary>
    internal static IReadOnlyCollection<string> Broken(Trajectory trajectory)
    {
        var program = PolicyProgram.Of(OrderDeskDomain.Instance);
        var monitor = program.Start();
        foreach (var (happened, _) in PolicyTrace.Of(OrderDeskDomain.Instance, trajectory))
            monitor.Observe(happened);
        return [.. program.Constraints.Where((_, i) => monitor.VerdictOf(i) is RvVerdict.PermanentlyViolated or RvVerdict.TemporarilyViolated).Select(c => c.Id)];
    }

    private static User Owner(Order order) => Shops.OwnerOf(Shop, order);

    private static Conversation Talk() => new(Shop);

    private static Conversation Known() => Talk().User("Hello.").Identify(Owner(Pending));

    private static ModifyPendingOrderItems SwapOf(Order order)
    {
        var (line, variant) = Shops.ASwap(Shop, order);
        return new(order.OrderId, [line.ItemId], [variant.ItemId], order.OriginalPayment.PaymentMethodId);
    }

    private static ExchangeDeliveredOrderItems ExchangeOf(Order order)
    {
        var (line, variant) = Shops.ASwap(Shop, order);
        return new(order.OrderId, [line.ItemId], [variant.ItemId], order.OriginalPayment.PaymentMethodId);
    }
}
