using Dreaming;

namespace OrderDesk;

/// <summary>A shop as it lies in a file: products, users and orders by id.</summary>
[Data]
public sealed partial record ShopFile(
    IReadOnlyDictionary<string, Product> Products,
    IReadOnlyDictionary<string, User> Users,
    IReadOnlyDictionary<string, Order> Orders);
