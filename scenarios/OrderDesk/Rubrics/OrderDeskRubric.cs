using System.Collections.Immutable;
using Dreaming;
using Dreaming.Rubrics;

namespace OrderDesk;

/// <summary>What a good conversation at the order desk looks like.</summary>
[Rubric("order-desk", Includes = [typeof(ToolUseRubric)])]
[Judged("plain-words", Quest.Clarity, 3, "The agent's messages say what happens next without codes that the customer never used.")]
[Judged("calm-with-anger", Quest.Empathy, 2, "The agent acknowledges a complaint before it turns to the procedure.")]
[Judged("explains-refusal", Quest.Usefulness, 4, "Where the agent turns a wish down, it names the rule that stands against it.")]
[Judged("gives-opinion", Quest.Trust, -3, "The agent recommends a product out of its own taste.")]
[Judged("invents-service", Quest.Fabrication, -8, "The agent promises a service that no tool and no rule of the desk provides.")]
public static partial class OrderDeskRubric
{
    [Criterion("identifies-first", Quest.Trust, 5, "The customer was identified before the first order or profile was opened.")]
    public static Verdict IdentifiesFirst(Trajectory t)
    {
        var opened = t.Calls<GetOrderDetails>().Select(c => c.Index).Concat(t.Calls<GetUserDetails>().Select(c => c.Index)).DefaultIfEmpty(-1).Min();
        return opened < 0 ? Verdict.NotApplicable : Identity.Found(t).Any(f => f.Index < opened);
    }

    [Criterion("asks-who-it-is", Quest.SelfAwareness, 3, "The agent's first message asks for a way to identify the customer.")]
    public static Verdict AsksWhoItIs(Trajectory t)
    {
        var greeting = t.Events.FirstOrDefault() is AgentSaid;
        if (t.AgentTexts.Skip(greeting ? 1 : 0).FirstOrDefault() is not { } first)
            return Verdict.NotApplicable;
        if (t.Calls<FindUserIdByEmail>().Any(c => Earlier(t, c.Index, first)) || t.Calls<FindUserIdByNameZip>().Any(c => Earlier(t, c.Index, first)))
            return Verdict.NotApplicable;
        return Phrases.MentionsAny(first, "email", "e-mail", "zip");
    }

    [Criterion("reads-before-writing", Quest.Reasoning, 4, "Every order was read before the agent tried to change it.")]
    public static Verdict ReadsBeforeWriting(Trajectory t)
    {
        var writes = Writes.Orders(t).ToArray();
        return writes.Length == 0
            ? Verdict.NotApplicable
            : writes.All(w => t.Succeeded<GetOrderDetails>().Any(r => r.Index < w.Index && r.Call.OrderId == w.OrderId));
    }

    [Criterion("names-the-order-first", Quest.Clarity, 3, "The agent named the order's number to the customer before it changed the order.")]
    public static Verdict NamesTheOrder(Trajectory t)
    {
        var writes = Writes.Orders(t).ToArray();
        return writes.Length == 0
            ? Verdict.NotApplicable
            : writes.All(w => t.Before(w.Index).AgentTexts.Any(text => Phrases.Mentions(text, w.OrderId.TrimStart('#'))));
    }

    [Criterion("knows-the-variant", Quest.Accuracy, 4, "The agent looked up the product of each new item before it swapped items.")]
    public static Verdict KnowsTheVariant(Trajectory t, Shop before)
    {
        var swaps = Swaps(t).ToArray();
        return swaps.Length == 0
            ? Verdict.NotApplicable
            : swaps.All(swap => swap.NewItemIds.All(id =>
                t.Succeeded<GetItemDetails>().Any(r => r.Index < swap.Index && r.Call.ItemId == id)
                || t.Succeeded<GetProductDetails>().Any(r => r.Index < swap.Index && r.Call.ProductId == before.FindProductOfItem(id)?.ProductId)));
    }

    [Criterion("tries-unavailable-variant", Quest.Accuracy, -4, "The agent tried to swap an item for a variant that the shop does not have.")]
    public static Verdict TriesUnavailable(Trajectory t, Shop before)
    {
        var swaps = Swaps(t).ToArray();
        return swaps.Length == 0 ? Verdict.NotApplicable : swaps.Any(swap => swap.NewItemIds.Any(id => before.FindVariant(id) is not { Available: true }));
    }

    [Criterion("states-price-difference", Quest.Comprehensiveness, 4, "The agent told the customer the price difference of a swap before it was made.")]
    public static Verdict StatesDifference(Trajectory t, Shop before)
    {
        var swaps = Swaps(t).Where(s => s.Succeeded).ToArray();
        return swaps.Length == 0 ? Verdict.NotApplicable : swaps.All(swap => before.FindOrder(swap.OrderId) is { } order
            && Amounts.Said(t.Before(swap.Index).AgentTexts, Math.Abs(Orders.Difference(before, order, swap.ItemIds, swap.NewItemIds))));
    }

    [Criterion("asks-for-all-items", Quest.Comprehensiveness, 3, "The agent asked whether the list of items is complete before the one swap that an order allows.")]
    public static Verdict AsksForAllItems(Trajectory t)
    {
        var swaps = Swaps(t).ToArray();
        return swaps.Length == 0 ? Verdict.NotApplicable : swaps.All(swap => t.Before(swap.Index).AgentTexts.Any(Phrases.RemindsOfAllItems));
    }

    [Criterion("transfers-unseen", Quest.Usefulness, -6, "The agent handed the customer over before it had looked anything up.")]
    public static bool TransfersUnseen(Trajectory t) =>
        t.Calls<TransferToHumanAgents>().Select(c => c.Index).FirstOrDefault(-1) is var handover and >= 0
        && !t.Calls().Any(c => c.Index < handover && c.Succeeded);

    [Criterion("makes-calls-in-parallel", Quest.Reasoning, -2, "The agent made a call before the previous one was answered.")]
    public static bool CallsInParallel(Trajectory t) => !ConversationPolicy.OneCallAtATime(t);

    private static bool Earlier(Trajectory t, int index, string text) => t.Before(index).AgentTexts.All(said => said != text);

    private static IEnumerable<Swap> Swaps(Trajectory t) =>
        t.Calls<ModifyPendingOrderItems>().Select(c => new Swap(c.Index, c.Call.OrderId, c.Call.ItemIds, c.Call.NewItemIds, c.Succeeded))
            .Concat(t.Calls<ExchangeDeliveredOrderItems>().Select(c => new Swap(c.Index, c.Call.OrderId, c.Call.ItemIds, c.Call.NewItemIds, c.Succeeded)))
            .OrderBy(s => s.Index);

    private readonly record struct Swap(
        int Index,
        string OrderId,
        ImmutableArray<string> ItemIds,
        ImmutableArray<string> NewItemIds,
        bool Succeeded);
}
