using System.Collections.Immutable;
using Dreaming;

namespace OrderDesk;

/// <summary>The shop that dreams happen in: users, products and orders. A fork shares everything that it does not change.</summary>
[Sandbox]
public sealed partial class Shop : ISandbox<Shop>
{
    private readonly ShopData _data;
    private ImmutableDictionary<string, User> _users;
    private ImmutableDictionary<string, Order> _orders;
    private ImmutableDictionary<string, Product> _products;

    private Shop(ShopData data, ImmutableDictionary<string, User> users, ImmutableDictionary<string, Order> orders, ImmutableDictionary<string, Product> products) =>
        (_data, _users, _orders, _products) = (data, users, orders, products);

    public static Shop Open(WorldOptions options)
    {
        var data = ShopData.Load(options.DataPath);
        return new(data, data.Users, data.Orders, data.Products);
    }

    public Shop Fork() => new(_data, _users, _orders, _products);

    /// <summary>All users, in the order of the shop's file.</summary>
    public IEnumerable<User> Users => _data.UserIds.Select(id => _users[id]);

    /// <summary>All orders, in the order of the shop's file.</summary>
    public IEnumerable<Order> Orders => _data.OrderIds.Select(id => _orders[id]);

    /// <summary>All products, in the order of the shop's file.</summary>
    public IEnumerable<Product> Products => _data.ProductIds.Select(id => _products[id]);

    public User? FindUser(string id) => _users.GetValueOrDefault(id);

    public Order? FindOrder(string id) => _orders.GetValueOrDefault(id);

    public Product? FindProduct(string id) => _products.GetValueOrDefault(id);

    public Product? FindProductOfItem(string itemId) =>
        _data.ProductOfItem.TryGetValue(itemId, out var product) ? FindProduct(product) : null;

    public Variant? FindVariant(string itemId) => FindProductOfItem(itemId)?.Variants.GetValueOrDefault(itemId);

    public PaymentMethod? FindPaymentMethod(string userId, string id) => FindUser(userId)?.PaymentMethods.GetValueOrDefault(id);

    /// <summary>A shop that differs in one order that it has.</summary>
    public Shop With(Order order) => new(_data, _users, _orders.SetItem(order.OrderId, order), _products);

    /// <summary>A shop that differs in one user that it has.</summary>
    public Shop With(User user) => new(_data, _users.SetItem(user.UserId, user), _orders, _products);

    /// <summary>A shop that differs in one product that it has.</summary>
    public Shop With(Product product) => new(_data, _users, _orders, _products.SetItem(product.ProductId, product));

    private Order Keep(Order order)
    {
        _orders = _orders.SetItem(order.OrderId, order);
        return order;
    }

    private User Keep(User user)
    {
        _users = _users.SetItem(user.UserId, user);
        return user;
    }

    private void MoveGiftCard(string userId, string paymentMethodId, double movement)
    {
        if (FindPaymentMethod(userId, paymentMethodId) is { IsGiftCard: true } card)
            Keep(_users[userId].WithPaymentMethod(card with { Balance = BinaryMoney.Move(card.Balance ?? 0, movement) }));
    }

    private static bool Covers(PaymentMethod method, double amount) =>
        !method.IsGiftCard || BinaryMoney.ToBinary(method.Balance ?? 0) >= amount;
}
