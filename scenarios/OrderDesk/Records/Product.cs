using System.ComponentModel;
using Dreaming;

namespace OrderDesk;

[Data]
public sealed partial record Variant(
    [Description("The item's id.")] string ItemId,
    [Description("What sets it apart from its siblings, such as color or size.")] IReadOnlyDictionary<string, string> Options,
    [Description("It can be ordered now.")] bool Available,
    [Description("The price in dollars.")] decimal Price);

[Data]
public sealed partial record Product(
    [Description("The product's name.")] string Name,
    [Description("The product's id; not an item's id.")] string ProductId,
    [Description("The variants by item id.")] IReadOnlyDictionary<string, Variant> Variants)
{
    public Product WithVariant(Variant variant)
    {
        var variants = new OrderedDictionary<string, Variant>(Variants, StringComparer.Ordinal) { [variant.ItemId] = variant };
        return this with { Variants = variants };
    }
}
