namespace Dreaming;

/// <summary>Says a set of letters in as few conditions as it can: the fewest cubes that cover it and nothing beside it (Quine, McCluskey).</summary>
internal static class LetterCover
{
    /// <summary>A condition on some bits: those of <paramref name="Mask"/> are as in <paramref name="Bits"/>.</summary>
    public readonly record struct Cube(int Mask, int Bits)
    {
        public bool Holds(int letter) => (letter & Mask) == Bits;
    }

    /// <summary>The cubes, in a fixed order.</summary>
    /// <param name="letters">The letters to cover.</param>
    /// <param name="never">Letters that no event has: they may be covered or not.</param>
    /// <param name="bits">The number of bits of a letter.</param>
    public static List<Cube> Of(IReadOnlyCollection<int> letters, IReadOnlyCollection<int> never, int bits)
    {
        var open = new SortedSet<int>(letters);
        var primes = Primes([.. letters, .. never], bits);
        var cover = new List<Cube>();
        while (open.Count > 0)
        {
            var best = primes.MaxBy(p => open.Count(p.Holds));
            cover.Add(best);
            open.RemoveWhere(best.Holds);
        }

        return cover;
    }

    // Every cube inside the set, the widest first: conditions with few bits read best.
    private static List<Cube> Primes(SortedSet<int> letters, int bits)
    {
        var cubes = new List<Cube>();
        for (var mask = 0; mask < 1 << bits; mask++)
        {
            for (var value = mask; ; value = (value - 1) & mask)
            {
                var cube = new Cube(mask, value);
                if (Enumerable.Range(0, 1 << bits).Where(cube.Holds).All(letters.Contains))
                    cubes.Add(cube);
                if (value == 0)
                    break;
            }
        }

        return [.. cubes.OrderBy(c => System.Numerics.BitOperations.PopCount((uint)c.Mask)).ThenByDescending(c => c.Bits).ThenBy(c => c.Mask)];
    }
}
