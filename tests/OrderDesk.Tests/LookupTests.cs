namespace OrderDesk.Tests;

public sealed class LookupTests
{
    private readonly Shop _shop = Shops.Own();

    [Fact]
    public void A_user_is_found_by_email_whatever_the_case()
    {
        var user = _shop.Users.First();
        Assert.Equal(user.UserId, _shop.Handle(new FindUserIdByEmail(user.Email.ToUpperInvariant())).Result);
    }

    [Fact]
    public void A_user_is_found_by_name_and_zip()
    {
        var user = _shop.Users.Last();
        Assert.Equal(user.UserId, _shop.Handle(new FindUserIdByNameZip(user.Name.FirstName, user.Name.LastName, user.Address.Zip)).Result);
    }

    [Fact]
    public void A_wrong_zip_finds_nobody()
    {
        var user = _shop.Users.First();
        Assert.Equal("User not found", _shop.Handle(new FindUserIdByNameZip(user.Name.FirstName, user.Name.LastName, "99999")).Refusal);
    }

    [Fact]
    public void Whoever_moved_is_found_by_the_new_zip_only()
    {
        var user = _shop.Users.First();
        _shop.Handle(new ModifyUserAddress(user.UserId, "1 Sample Lane", "", "Foxglove", "VT", "USA", "00001"));
        Assert.Equal(user.UserId, _shop.Handle(new FindUserIdByNameZip(user.Name.FirstName, user.Name.LastName, "00001")).Result);
        Assert.NotNull(_shop.Handle(new FindUserIdByNameZip(user.Name.FirstName, user.Name.LastName, user.Address.Zip)).Refusal);
    }

    [Fact]
    public void Unknown_ids_are_refused_by_name()
    {
        Assert.Equal("User not found", _shop.Handle(new FindUserIdByEmail("nobody@example.com")).Refusal);
        Assert.Equal("User not found", _shop.Handle(new GetUserDetails("nobody")).Refusal);
        Assert.Equal("Order not found", _shop.Handle(new GetOrderDetails("1000001")).Refusal);
        Assert.Equal("Product not found", _shop.Handle(new GetProductDetails("1")).Refusal);
        Assert.Equal("Item not found", _shop.Handle(new GetItemDetails("1")).Refusal);
    }

    [Fact]
    public void An_item_is_a_variant_of_its_product()
    {
        foreach (var product in _shop.Products)
            foreach (var id in product.Variants.Keys)
                Assert.Equal(product.Variants[id], _shop.Handle(new GetItemDetails(id)).Result);
    }

    [Fact]
    public void Product_types_are_listed_by_name()
    {
        var types = _shop.Handle(new ListAllProductTypes()).Result!;
        Assert.Equal(types.Keys.Order(StringComparer.Ordinal), types.Keys);
        Assert.Equal(_shop.Products.Count(), types.Count);
        Assert.All(types, type => Assert.Equal(type.Key, _shop.FindProduct(type.Value)!.Name));
    }

    [Fact]
    public void The_shop_of_the_domain_holds_together()
    {
        Assert.True(_shop.Users.Count() >= 30);
        Assert.True(_shop.Orders.Count() >= 60);
        Assert.Equal(12, _shop.Products.Count());
        Assert.All(_shop.Products, p => Assert.InRange(p.Variants.Count, 4, 8));
        foreach (var order in _shop.Orders)
        {
            var owner = Shops.OwnerOf(_shop, order);
            Assert.Contains(order.OrderId, owner.Orders);
            Assert.Equal(order.Items.Sum(l => l.Price), order.OriginalPayment.Amount);
            Assert.All(order.PaymentHistory, p => Assert.Contains(p.PaymentMethodId, owner.PaymentMethods.Keys));
            Assert.All(order.Items, l => Assert.Equal(l.ProductId, _shop.FindProductOfItem(l.ItemId)!.ProductId));
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var missing = Path.Combine(AppContext.BaseDirectory, "no-such-shop.json");
        var error = Assert.Throws<FileNotFoundException>(() => Shop.Open(new() { DataPath = missing }));
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_shop_is_named()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "broken-shop.json");
        File.WriteAllText(path, """{"products": []}""");
        var error = Assert.Throws<InvalidDataException>(() => Shop.Open(new() { DataPath = path }));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }
}
