using Dreaming;

namespace OrderDesk;

[Scenario("product-question", Title = "A customer asks which variants of a product can be had.")]
[Says("Hi, which options do you have for the {Product} right now?")]
[Says("how many kinds of {Product} can i get?")]
[Says("I'm thinking about a {Product}. What is available?")]
[SucceedsBy<GetProductDetails>]
[Budget(Turns = 8, ToolCalls = 8)]
public sealed partial record ProductQuestion(
    [Asked("which product", "product name")] string Product,
    [Unknown] string ProductId,
    [Hidden, Sensitive, Asked("first name", "your name", "full name")] string FirstName,
    [Hidden, Sensitive, Asked("last name", "surname", "your name", "full name")] string LastName,
    [Hidden, Sensitive, Asked("zip code", "postal code")] string Zip,
    [Hidden, Sensitive, Asked("e-mail", "email address", "e-mail address")] string Email,
    [Unknown] string UserId) : IScenario<ProductQuestion, Shop>
{
    public static IEnumerable<ProductQuestion> Seeds(Shop world)
    {
        var users = world.Users.ToArray();
        return world.Products.SelectMany((product, i) => Enumerable.Range(0, Math.Min(3, users.Length)).Select(j => Of(users[(i * 3 + j) % users.Length], product)));
    }

    public static ProductQuestion? Ground(Trajectory episode, Shop world) => Grounding.As<ProductQuestion>(episode, world);

    public bool Achieved(Shop before, Shop after, Trajectory trajectory) =>
        after.SameAs(before)
        && trajectory.Succeeded<GetProductDetails>().Any(c => c.Call.ProductId == ProductId && c.Reply!.Fault is null && Outcome.SpokeAfter(trajectory, c.Index));

    [Counterfactual("sold-out", "No variant of the product can be had at the moment.")]
    public Shop SoldOut(Shop world)
    {
        var product = world.FindProduct(ProductId)!;
        return world.With(product.Variants.Values.Aggregate(product, (p, variant) => p.WithVariant(variant with { Available = false })));
    }

    internal static ProductQuestion? From(Trajectory episode, Shop world)
    {
        if (Grounding.Customer(episode, world) is not { } user)
            return null;
        foreach (var read in episode.Succeeded<GetProductDetails>().Reverse())
            if (world.FindProduct(read.Call.ProductId) is { } product)
                return Of(user, product);
        return null;
    }

    private static ProductQuestion Of(User user, Product product) => new(
        product.Name, product.ProductId, user.Name.FirstName, user.Name.LastName, user.Address.Zip, user.Email, user.UserId);
}
