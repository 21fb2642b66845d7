namespace Dreaming.Gates;

/// <summary>What repeated runs of one task say about a single run, and about several. All estimators are unbiased over the choice of runs; over tasks, take their mean.</summary>
public static class RepeatedRuns
{
    /// <summary>pass^k (Yao et al., tau-bench, 2024): the chance that k runs all pass, for "does it every time".</summary>
    /// <param name="runs">Runs made.</param>
    /// <param name="passed">Runs that passed.</param>
    /// <param name="k">From 1 to <paramref name="runs"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numbers contradict each other.</exception>
    public static double PassHatK(int runs, int passed, int k)
    {
        Check(runs, passed, k);
        var all = 1.0;
        for (var i = 0; i < k; i++)
            all *= Math.Max(0, passed - i) / (double)(runs - i);
        return all;
    }

    /// <summary>pass@k (Chen et al., 2021): the chance that at least one of k runs passes, for "can it ever". Not for safety.</summary>
    /// <inheritdoc cref="PassHatK"/>
    public static double PassAtK(int runs, int passed, int k)
    {
        Check(runs, passed, k);
        return 1 - PassHatK(runs, runs - passed, k);
    }

    /// <summary>worst-at-k (HealthBench, 2025): the expected worst score among k runs. Equals pass^k for scores of 0 and 1.</summary>
    /// <param name="scores">One score a run.</param>
    /// <param name="k">From 1 to the number of scores.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is out of its range.</exception>
    public static double WorstAtK(IReadOnlyList<double> scores, int k)
    {
        Check(scores.Count, 0, k);
        var n = scores.Count;
        // The chance that the worst of all is among the k; then step by step that the next one is the worst of them.
        var weight = (double)k / n;
        var sum = 0.0;
        var rank = 1;
        foreach (var score in scores.Order())
        {
            sum += score * weight;
            if (rank > n - k)
                break;
            weight *= (n - rank - k + 1) / (double)(n - rank);
            rank++;
        }

        return sum;
    }

    private static void Check(int runs, int passed, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(passed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passed, runs);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, runs);
    }
}
