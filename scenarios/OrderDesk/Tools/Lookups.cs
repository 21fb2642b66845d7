using System.Collections.Immutable;
using System.ComponentModel;
using Dreaming;

namespace OrderDesk;

[Tool("get_user_details", "Shows a customer's profile: name, default address, payment methods and the ids of all orders.")]
[Fails(ToolFault.Timeout, ToolFault.Transient, ToolFault.Stale)]
public sealed partial record GetUserDetails(
    [Description("The user id that one of the find tools returned."), Example("alder_quill_1000")] string UserId) : ITool<User>, ICustomerRecord;

[Tool("get_order_details", "Shows an order: its status, items, shipping address, deliveries and payments.")]
[Fails(ToolFault.Timeout, ToolFault.RateLimited, ToolFault.Stale, ToolFault.Partial)]
public sealed partial record GetOrderDetails(
    [Description("The order id, with the leading # sign."), Example("#W0000000")] string OrderId) : ITool<Order>, ICustomerRecord;

[Tool("get_product_details", "Shows a product with all of its variants: item ids, options, availability and prices.")]
[Fails(ToolFault.Timeout, ToolFault.Transient, ToolFault.Stale, ToolFault.Partial)]
public sealed partial record GetProductDetails(
    [Description("The product id, which is not an item id."), Example("3000000001")] string ProductId) : ITool<Product>, ICatalogue;

[Tool("get_item_details", "Shows one variant: its options, availability and price.")]
[Fails(ToolFault.Timeout, ToolFault.Transient)]
public sealed partial record GetItemDetails(
    [Description("The item id, which is not a product id."), Example("2000000001")] string ItemId) : ITool<Variant>, ICatalogue;

[Tool("list_all_product_types", "Lists the names of all products with their product ids.")]
[Fails(ToolFault.Timeout, ToolFault.Outage)]
public sealed partial record ListAllProductTypes : ITool<ImmutableSortedDictionary<string, string>>, ICatalogue;
