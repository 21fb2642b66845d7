using System.Collections.Immutable;
using Dreaming;

namespace OrderDesk;

/// <summary>Items of an order and the variants that take their place.</summary>
internal sealed record ItemSwap(ImmutableArray<(string ItemId, Variant Variant)> Pairs, double Difference)
{
    /// <summary>The first item that is asked for more often than the order has it.</summary>
    public static string? Missing(Order order, ImmutableArray<string> itemIds)
    {
        foreach (var id in itemIds)
            if (itemIds.Count(x => x == id) > order.Items.Count(line => line.ItemId == id))
                return id;
        return null;
    }

    public static Refusal? TryPlan(Shop shop, Order order, ImmutableArray<string> itemIds, ImmutableArray<string> newItemIds, bool mustDiffer, out ItemSwap swap)
    {
        swap = new([], 0);
        var pairs = ImmutableArray.CreateBuilder<(string, Variant)>(itemIds.Length);
        var prices = new List<(decimal, decimal)>(itemIds.Length);
        foreach (var (itemId, newItemId) in itemIds.Zip(newItemIds))
        {
            if (mustDiffer && itemId == newItemId)
                return new Refusal("The new item id should be different from the old item id");
            var line = order.Items.First(l => l.ItemId == itemId);
            if (shop.FindProduct(line.ProductId)?.Variants.GetValueOrDefault(newItemId) is not { } variant)
                return new Refusal("Variant not found");
            if (!variant.Available)
                return new Refusal($"New item {newItemId} not found or available");
            pairs.Add((itemId, variant));
            prices.Add((line.Price, variant.Price));
        }

        swap = new(pairs.DrainToImmutable(), BinaryMoney.Difference(prices));
        return null;
    }

    /// <summary>
    /// The order's lines after the swap. The recorded shop writes price and options of the last variant into every swapped line;
    /// an agent that trusts a result has to live with that here as it does there.
    /// </summary>
    public ImmutableArray<OrderLine> Apply(ImmutableArray<OrderLine> lines)
    {
        if (Pairs is not [.., (_, var last)])
            return lines;
        var swapped = lines.ToArray();
        foreach (var (itemId, variant) in Pairs)
        {
            var at = Array.FindIndex(swapped, line => line.ItemId == itemId);
            swapped[at] = swapped[at] with { ItemId = variant.ItemId, Price = last.Price, Options = last.Options };
        }

        return [.. swapped];
    }
}
