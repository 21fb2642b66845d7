using System.Collections.Immutable;
using Dreaming.Dreams;

namespace Dreaming.Hunting;

/// <summary>Chooses the dreams of a round: what is new and what is of middling difficulty take turns.</summary>
internal static class DreamChoice
{
    /// <summary>Takes dreams out of a pool.</summary>
    /// <param name="pool">The candidates; those that are chosen are removed.</param>
    /// <param name="count">How many are wanted.</param>
    /// <param name="coverage">Says what is new, and is told what was chosen.</param>
    /// <param name="difficulty">Says what is of middling difficulty.</param>
    public static ImmutableArray<Skeleton> Take(List<Skeleton> pool, int count, CoverageLedger coverage, Func<Skeleton, double> difficulty)
    {
        var chosen = ImmutableArray.CreateBuilder<Skeleton>();
        while (chosen.Count < count && pool.Count > 0)
        {
            // Where several are equally hard the newest of them is taken: one sample stands for a whole neighbourhood.
            var best = chosen.Count % 2 == 0 ? Best(pool, s => (coverage.Novelty(s), 0)) : Best(pool, s => (difficulty(s), coverage.Novelty(s)));
            coverage.Plan(pool[best]);
            chosen.Add(pool[best]);
            pool.RemoveAt(best);
        }

        return chosen.DrainToImmutable();
    }

    private static int Best(List<Skeleton> pool, Func<Skeleton, (double, double)> worth)
    {
        var (best, most) = (0, worth(pool[0]));
        for (var i = 1; i < pool.Count; i++)
            if (worth(pool[i]) is var other && other.CompareTo(most) > 0)
                (best, most) = (i, other);
        return best;
    }
}
