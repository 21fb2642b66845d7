using Dreaming;

namespace OrderDesk;

/// <summary>Lines of an order and the variants that a customer would rather have, position by position.</summary>
internal sealed record ItemWish(OrderLine[] Lines, Variant[] Variants)
{
    /// <summary>For each line of the order, the swap for the first other variant that the shop has and the payment method covers.</summary>
    public static IEnumerable<ItemWish> Offered(Shop world, Order order, PaymentMethod method)
    {
        foreach (var line in order.Items.DistinctBy(l => l.ItemId))
        {
            var variant = world.FindProduct(line.ProductId)?.Variants.Values.FirstOrDefault(v =>
                v.Available && v.ItemId != line.ItemId && (!method.IsGiftCard || v.Price - line.Price <= method.Balance));
            if (variant is not null)
                yield return new([line], [variant]);
        }
    }

    /// <summary>The wish behind a call; null when the call names an item that the order or the shop does not have, or the lists do not match.</summary>
    public static ItemWish? Read(Shop world, Order order, IReadOnlyList<string> itemIds, IReadOnlyList<string> newItemIds)
    {
        if (itemIds.Count != newItemIds.Count || Grounding.Lines(order, itemIds) is not { } lines)
            return null;
        var variants = newItemIds.Select(world.FindVariant).OfType<Variant>().ToArray();
        return variants.Length == lines.Length ? new(lines, variants) : null;
    }
}
