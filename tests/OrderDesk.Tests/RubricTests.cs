using Dreaming;

namespace OrderDesk.Tests;

public sealed class RubricTests
{
    private readonly Shop _shop = Shops.Own();
    private readonly Order _pending;
    private readonly User _owner;

    public RubricTests()
    {
        _pending = Shops.AnOrder(_shop, OrderStatus.Pending);
        _owner = Shops.OwnerOf(_shop, _pending);
    }

    [Fact]
    public void The_domain_has_criteria_of_both_kinds()
    {
        var criteria = OrderDeskDomain.Instance.Criteria;
        Assert.True(criteria.Count(c => c.Rubric.StartsWith("order-desk", StringComparison.Ordinal)) >= 15);
        Assert.Contains(criteria, c => c.Rubric == "tool-use");
        Assert.Contains(criteria, c => c.Judge is null);
        Assert.Contains(criteria, c => c.Judge is not null && c.Points < 0);
        Assert.Equal(criteria.Length, criteria.Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public void Identification_comes_before_reading()
    {
        Assert.Equal(Finding.NotApplicable, OrderDeskRubric.IdentifiesFirst(Trajectory.Empty).Finding);
        Assert.Equal(Finding.Met, OrderDeskRubric.IdentifiesFirst(Known().Call(new GetOrderDetails(_pending.OrderId)).Trajectory).Finding);
        Assert.Equal(Finding.NotMet, OrderDeskRubric.IdentifiesFirst(Talk().Call(new GetOrderDetails(_pending.OrderId)).Identify(_owner).Trajectory).Finding);
    }

    [Fact]
    public void The_first_message_asks_who_it_is_unless_that_is_known()
    {
        Assert.Equal(Finding.Met, OrderDeskRubric.AsksWhoItIs(Talk().Agent("Hi!").User("cancel it").Agent("What is your zip code?").Trajectory).Finding);
        Assert.Equal(Finding.NotMet, OrderDeskRubric.AsksWhoItIs(Talk().User("cancel it").Agent("Which order?").Trajectory).Finding);
        Assert.Equal(Finding.NotApplicable, OrderDeskRubric.AsksWhoItIs(Talk().User("I am so and so").Identify(_owner).Agent("Which order?").Trajectory).Finding);
    }

    [Fact]
    public void An_order_is_read_and_named_before_it_is_changed()
    {
        var blind = Known().Call(Cancellation).Trajectory;
        var seen = Known().Call(new GetOrderDetails(_pending.OrderId)).Agree($"Shall I cancel {_pending.OrderId}?").Call(Cancellation).Trajectory;
        Assert.Equal((Finding.NotMet, Finding.NotMet), (OrderDeskRubric.ReadsBeforeWriting(blind).Finding, OrderDeskRubric.NamesTheOrder(blind).Finding));
        Assert.Equal((Finding.Met, Finding.Met), (OrderDeskRubric.ReadsBeforeWriting(seen).Finding, OrderDeskRubric.NamesTheOrder(seen).Finding));
    }

    [Fact]
    public void A_swap_is_looked_up_priced_and_complete()
    {
        var (line, variant) = Shops.ASwap(_shop, _pending);
        var method = _owner.PaymentMethods.Values.FirstOrDefault(m => !m.IsGiftCard)?.Id ?? _pending.OriginalPayment.PaymentMethodId;
        var call = new ModifyPendingOrderItems(_pending.OrderId, [line.ItemId], [variant.ItemId], method);
        var difference = Math.Abs(variant.Price - line.Price).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        var careless = Known().Call(call).Trajectory;
        var careful = Known().Call(new GetProductDetails(line.ProductId)).Agree($"The difference is ${difference}. Are these all the items?").Call(call).Trajectory;
        Assert.Equal(Finding.NotMet, OrderDeskRubric.KnowsTheVariant(careless, _shop).Finding);
        Assert.Equal(Finding.NotMet, OrderDeskRubric.StatesDifference(careless, _shop).Finding);
        Assert.Equal(Finding.NotMet, OrderDeskRubric.AsksForAllItems(careless).Finding);
        Assert.Equal(Finding.Met, OrderDeskRubric.KnowsTheVariant(careful, _shop).Finding);
        Assert.Equal(Finding.Met, OrderDeskRubric.StatesDifference(careful, _shop).Finding);
        Assert.Equal(Finding.Met, OrderDeskRubric.AsksForAllItems(careful).Finding);
        Assert.Equal(Finding.NotMet, OrderDeskRubric.TriesUnavailable(careful, _shop).Finding);

        var soldOut = _shop.Products.SelectMany(p => p.Variants.Values).First(v => !v.Available).ItemId;
        Assert.Equal(Finding.Met, OrderDeskRubric.TriesUnavailable(Known().Call(call with { NewItemIds = [soldOut] }).Trajectory, _shop).Finding);
    }

    [Theory]
    [InlineData("The total was $1,234.50.", 1234.5, true)]
    [InlineData("The total was 1234.50 dollars", 1234.5, true)]
    [InlineData("amount paid: 1234.5", 1234.5, true)]
    [InlineData("The total was $11,234.50", 1234.5, false)]
    [InlineData("The total was $1,234.505", 1234.5, false)]
    [InlineData("That is $46.", 46, true)]
    [InlineData("That is $46.00, thanks", 46, true)]
    [InlineData("That is $46.10", 46, false)]
    [InlineData("That is $146", 46, false)]
    public void An_amount_is_found_whole(string text, double amount, bool said)
    {
        var order = _pending with { PaymentHistory = [_pending.OriginalPayment with { Amount = (decimal)amount }] };
        var question = Question(OrderQuestion.Paid);
        Assert.Equal(said ? Finding.Met : Finding.NotMet, ScenarioRubric.AnswersAmount(Talk().Agent(text).Trajectory, question, _shop.With(order)).Finding);
    }

    [Fact]
    public void A_status_question_is_answered_with_the_status()
    {
        Assert.Equal(Finding.Met, ScenarioRubric.AnswersStatus(Talk().Agent("It is pending.").Trajectory, Question(OrderQuestion.Status), _shop).Finding);
        Assert.Equal(Finding.NotMet, ScenarioRubric.AnswersStatus(Talk().Agent("It is on its way.").Trajectory, Question(OrderQuestion.Status), _shop).Finding);
        Assert.Equal(Finding.NotApplicable, ScenarioRubric.AnswersStatus(Talk().Agent("It is pending.").Trajectory, Question(OrderQuestion.Paid), _shop).Finding);
    }

    [Fact]
    public void Claims_are_held_against_what_was_done()
    {
        Assert.True(ClaimsRubric.Cancellation(Known().Agent("Your order has been cancelled.").Trajectory, _shop));
        Assert.False(ClaimsRubric.Cancellation(Known().Call(Cancellation).Agent("Your order has been cancelled.").Trajectory, _shop));
        Assert.True(ClaimsRubric.Return(Known().Agent("Your return has been started.").Trajectory, _shop));
        Assert.True(ClaimsRubric.Exchange(Known().Agent("The exchange request has been submitted.").Trajectory, _shop));
        Assert.True(ClaimsRubric.Address(Known().Agent("The address has been updated.").Trajectory));
        Assert.False(ClaimsRubric.Address(Known().Agent("What should the address be?").Trajectory));
    }

    [Fact]
    public void What_was_done_or_refused_is_told()
    {
        Assert.Equal(Finding.NotMet, ClaimsRubric.TellsWhatWasDone(Known().Call(Cancellation).Trajectory).Finding);
        Assert.Equal(Finding.Met, ClaimsRubric.TellsWhatWasDone(Known().Call(Cancellation).Agent("Done.").Trajectory).Finding);
        Assert.Equal(Finding.Met, ClaimsRubric.HidesRefusal(Known().Call(Cancellation with { Reason = "none" }).Trajectory).Finding);
        Assert.Equal(Finding.NotMet, ClaimsRubric.HidesRefusal(Known().Call(Cancellation with { Reason = "none" }).Agent("Sorry.").Trajectory).Finding);
    }

    [Fact]
    public void Calls_are_made_one_at_a_time()
    {
        var call = new ToolCalled("a", "calculate", new("""{"expression":"1"}"""));
        var reply = new ToolReplied("a", "calculate", ReplyOutcome.Result, "1.0");
        Assert.False(OrderDeskRubric.CallsInParallel(new([call, reply, call with { CallId = "b" }, reply with { CallId = "b" }])));
        Assert.True(OrderDeskRubric.CallsInParallel(new([call, call with { CallId = "b" }, reply, reply with { CallId = "b" }])));
    }

    [Fact]
    public void A_handover_comes_after_a_look()
    {
        Assert.True(OrderDeskRubric.TransfersUnseen(Talk().Call(new TransferToHumanAgents("x")).Trajectory));
        Assert.False(OrderDeskRubric.TransfersUnseen(Known().Call(new TransferToHumanAgents("x")).Trajectory));
        Assert.False(OrderDeskRubric.TransfersUnseen(Known().Trajectory));
    }

    [Fact]
    public void A_cancellation_states_reason_and_refund()
    {
        var scenario = (CancelOrder)OrderDeskDomain.Instance.FindScenario("cancel-order")!.Seeds(_shop).First();
        var call = new CancelPendingOrder(scenario.OrderId, scenario.Reason);
        var mute = Known().Call(call).Trajectory;
        var told = Known().Agent("What is the reason?").User(scenario.Reason).Call(call).Agent("The refund arrives immediately on a gift card, else in 5 to 7 business days.").Trajectory;
        Assert.Equal((Finding.NotMet, Finding.NotMet), (ScenarioRubric.ReasonKnown(mute, scenario).Finding, ScenarioRubric.RefundTiming(mute, scenario, _shop).Finding));
        Assert.Equal((Finding.Met, Finding.Met), (ScenarioRubric.ReasonKnown(told, scenario).Finding, ScenarioRubric.RefundTiming(told, scenario, _shop).Finding));
    }

    private CancelPendingOrder Cancellation => new(_pending.OrderId, CancelReason.NoLongerNeeded);

    private Conversation Talk() => new(_shop);

    private Conversation Known() => Talk().Identify(_owner);

    private OrderQuestion Question(string question) =>
        OrderDeskDomain.Instance.FindScenario("order-question")!.Seeds(_shop).Cast<OrderQuestion>()
            .First(q => q.OrderId == _pending.OrderId && q.Question == OrderQuestion.Paid) with { Question = question };
}
