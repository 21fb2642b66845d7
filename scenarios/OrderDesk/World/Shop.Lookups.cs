using System.Collections.Immutable;
using Dreaming;

namespace OrderDesk;

public sealed partial class Shop
{
    private static readonly Refusal UserNotFound = new("User not found");
    private static readonly Refusal OrderNotFound = new("Order not found");

    public ToolOutcome<string> Handle(FindUserIdByEmail call)
    {
        foreach (var user in Users)
            if (string.Equals(user.Email, call.Email, StringComparison.OrdinalIgnoreCase))
                return user.UserId;
        return UserNotFound;
    }

    public ToolOutcome<string> Handle(FindUserIdByNameZip call)
    {
        foreach (var user in Users)
            if (string.Equals(user.Name.FirstName, call.FirstName, StringComparison.OrdinalIgnoreCase)
                && string.Equals(user.Name.LastName, call.LastName, StringComparison.OrdinalIgnoreCase)
                && user.Address.Zip == call.Zip)
                return user.UserId;
        return UserNotFound;
    }

    public ToolOutcome<User> Handle(GetUserDetails call) =>
        FindUser(call.UserId) is { } user ? user : UserNotFound;

    public ToolOutcome<Order> Handle(GetOrderDetails call) =>
        FindOrder(call.OrderId) is { } order ? order : OrderNotFound;

    public ToolOutcome<Product> Handle(GetProductDetails call) =>
        FindProduct(call.ProductId) is { } product ? product : new Refusal("Product not found");

    public ToolOutcome<Variant> Handle(GetItemDetails call) =>
        FindVariant(call.ItemId) is { } variant ? variant : new Refusal("Item not found");

    public ToolOutcome<ImmutableSortedDictionary<string, string>> Handle(ListAllProductTypes call) =>
        Products.ToImmutableSortedDictionary(p => p.Name, p => p.ProductId, StringComparer.Ordinal);

    public ToolOutcome<string> Handle(Calculate call) =>
        Arithmetic.TryEvaluate(call.Expression, out var result) ? result : new Refusal(result);

    public ToolOutcome<string> Handle(TransferToHumanAgents call) => "Transfer successful";
}
