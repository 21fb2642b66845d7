using Dreaming;

namespace OrderDesk;

[Scenario("order-question", Title = "A customer asks about an order and wants nothing changed.")]
[Says("Hi, I'd like to know {Question} for the order with the {Items}.")]
[Says("quick question about my {Items}: {Question}?")]
[Says("Could you tell me {Question}? It's the order with the {Items}.")]
[Says("I can't find my order number, but I need to know {Question}.")]
[Budget(Turns = 10, ToolCalls = 14)]
public sealed partial record OrderQuestion(
    [Asked("question", "what would you like to know")] string Question,
    [Asked("which order", "items", "what did you order")] string Items,
    [Unknown] string OrderId,
    [Hidden, Sensitive, Asked("first name", "your name", "full name")] string FirstName,
    [Hidden, Sensitive, Asked("last name", "surname", "your name", "full name")] string LastName,
    [Hidden, Sensitive, Asked("zip code", "postal code")] string Zip,
    [Hidden, Sensitive, Asked("e-mail", "email address", "e-mail address")] string Email,
    [Unknown] string UserId) : IScenario<OrderQuestion, Shop>
{
    public const string Paid = "how much I paid";
    public const string Status = "what the status is";
    public const string Content = "what exactly I ordered";
    private static readonly string[] Questions = [Paid, Status, Content];

    public static IEnumerable<OrderQuestion> Seeds(Shop world) =>
        from order in world.Orders
        let user = world.FindUser(order.UserId)
        where user is not null
        from question in Questions
        select Of(user, order, question);

    public static OrderQuestion? Ground(Trajectory episode, Shop world) => Grounding.As<OrderQuestion>(episode, world);

    public bool Achieved(Shop before, Shop after, Trajectory trajectory) =>
        after.SameAs(before) && Outcome.LookedUp(trajectory, UserId, OrderId);

    [Counterfactual("sent-meanwhile", "The warehouse has taken the order up: its status is another one now.")]
    public Shop SentMeanwhile(Shop world)
    {
        var order = world.FindOrder(OrderId)!;
        return world.With(order with { Status = order.Status == OrderStatus.Processed ? OrderStatus.Delivered : OrderStatus.Processed });
    }

    internal static OrderQuestion? From(Trajectory episode, Shop world)
    {
        foreach (var read in episode.Succeeded<GetOrderDetails>().Reverse())
            if (Grounding.Owned(world, read.Call.OrderId) is var (user, order))
                return Of(user, order, Asked(string.Join(' ', episode.UserTexts)));
        return null;
    }

    private static string Asked(string words) =>
        Phrases.MentionsAny(words, "paid", "pay", "price", "cost", "refund", "total") ? Paid
        : Phrases.MentionsAny(words, "status", "track", "arriv", "ship", "where is") ? Status
        : Content;

    private static OrderQuestion Of(User user, Order order, string question) => new(
        question, Wording.List(order.Items.Select(l => l.Name).Distinct()), order.OrderId, user.Name.FirstName, user.Name.LastName, user.Address.Zip, user.Email, user.UserId);
}
