using System.Collections.Immutable;

namespace Dreaming.Shrinking;

/// <summary>ddmin (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 28, 2002).</summary>
internal static class DeltaDebugging
{
    /// <summary>A subset, in the same order, that still fails, and of which no single item can be left out.</summary>
    /// <param name="items">Items that fail together.</param>
    /// <param name="fails">Whether a proper subset still fails.</param>
    public static async Task<ImmutableArray<T>> MinimizeAsync<T>(ImmutableArray<T> items, Func<ImmutableArray<T>, Task<bool>> fails)
    {
        if (items.IsEmpty || await fails([]).ConfigureAwait(false))
            return [];
        var parts = 2;
        while (items.Length >= 2)
        {
            if (await ReducedAsync(items, parts, fails).ConfigureAwait(false) is (var smaller, var isPart))
                (items, parts) = (smaller, isPart ? 2 : Math.Max(2, parts - 1));
            else if (parts >= items.Length)
                break;
            else
                parts = Math.Min(items.Length, parts * 2);
        }

        return items;
    }

    private static async Task<(ImmutableArray<T> Items, bool IsPart)?> ReducedAsync<T>(ImmutableArray<T> items, int parts, Func<ImmutableArray<T>, Task<bool>> fails)
    {
        (int From, int To) Part(int i) => (i * items.Length / parts, (i + 1) * items.Length / parts);
        for (var i = 0; i < parts; i++)
        {
            var (from, to) = Part(i);
            var part = items[from..to];
            if (await fails(part).ConfigureAwait(false))
                return (part, true);
        }

        for (var i = 0; parts > 2 && i < parts; i++)
        {
            var (from, to) = Part(i);
            var rest = items.RemoveRange(from, to - from);
            if (await fails(rest).ConfigureAwait(false))
                return (rest, false);
        }

        return null;
    }
}
