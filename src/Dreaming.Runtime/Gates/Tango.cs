namespace Dreaming.Gates;

/// <summary>
/// Tango's score method for the difference of two paired proportions (Stat. Med. 17:891, 1998). Defined even when no pair differs, where McNemar-type intervals fail.
/// Differences are after minus before.
/// </summary>
public static class Tango
{
    /// <summary>The score interval for the difference, by bisection.</summary>
    /// <param name="improved">Pairs that failed before and pass after.</param>
    /// <param name="regressed">Pairs that passed before and fail after.</param>
    /// <param name="pairs">All pairs.</param>
    /// <param name="confidence">The two-sided confidence; 0.90 gives a one-sided test at 5 %.</param>
    /// <returns>The interval; null without pairs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The counts contradict each other, or the confidence is none.</exception>
    public static Interval? Difference(double improved, double regressed, double pairs, double confidence = 0.90)
    {
        Check(improved, regressed, pairs);
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1, both excluded.");
        if (pairs == 0)
            return null;
        var z = Normal.Quantile(0.5 + confidence / 2);
        var estimate = (improved - regressed) / pairs;
        return new(
            estimate,
            estimate <= -1 ? -1 : Bisection.Root(-1, estimate, d => Statistic(improved, regressed, pairs, d) - z),
            estimate >= 1 ? 1 : Bisection.Root(estimate, 1, d => Statistic(improved, regressed, pairs, d) + z));
    }

    /// <summary>The one-sided p-value against the hypothesis that the pass rate fell by <paramref name="margin"/> or more.</summary>
    /// <param name="improved">Pairs that failed before and pass after.</param>
    /// <param name="regressed">Pairs that passed before and fail after.</param>
    /// <param name="pairs">All pairs; at least one.</param>
    /// <param name="margin">The margin, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The counts contradict each other, or the margin is none.</exception>
    public static double NonInferiority(double improved, double regressed, double pairs, double margin)
    {
        Check(improved, regressed, pairs);
        ArgumentOutOfRangeException.ThrowIfZero(pairs);
        if (!(margin is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin lies between 0 and 1.");
        return Normal.Cdf(-Statistic(improved, regressed, pairs, -margin));
    }

    /// <summary>How many pairs it takes to show that the pass rate did not fall by <paramref name="margin"/> or more, if the shares of improved and regressed pairs stay as they are.</summary>
    /// <inheritdoc cref="Difference"/>
    /// <param name="improved">Pairs that failed before and pass after.</param>
    /// <param name="regressed">Pairs that passed before and fail after.</param>
    /// <param name="pairs">All pairs; at least one.</param>
    /// <param name="margin">The margin, between 0 and 1, both excluded.</param>
    /// <param name="confidence">The two-sided confidence.</param>
    /// <returns>A number; null when no number up to a million would do.</returns>
    public static int? PairsNeeded(double improved, double regressed, double pairs, double margin, double confidence = 0.90)
    {
        Check(improved, regressed, pairs);
        ArgumentOutOfRangeException.ThrowIfZero(pairs);
        var (low, high) = (0, 1_000_000);
        if (!Enough(high))
            return null;
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (Enough(middle))
                high = middle;
            else
                low = middle;
        }

        return high;

        bool Enough(int n) => Difference(improved / pairs * n, regressed / pairs * n, n, confidence)!.Low > -margin;
    }

    /// <summary>The score statistic: the distance between the observed difference and <paramref name="difference"/> in standard errors estimated under that difference.</summary>
    private static double Statistic(double improved, double regressed, double pairs, double difference)
    {
        var numerator = improved - regressed - pairs * difference;
        var a = 2 * pairs;
        var b = -improved - regressed + (2 * pairs - improved + regressed) * difference;
        var c = -regressed * difference * (1 - difference);
        var root = Math.Sqrt(Math.Max(0, b * b - 4 * a * c));
        // The two forms are the same number; each is exact where the other cancels.
        var q = b <= 0 ? (root - b) / (2 * a) : root + b == 0 ? 0 : -2 * c / (root + b);
        var variance = pairs * (2 * q + difference * (1 - difference));
        return variance > 0 ? numerator / Math.Sqrt(variance) : numerator == 0 ? 0 : double.CopySign(double.PositiveInfinity, numerator);
    }

    private static void Check(double improved, double regressed, double pairs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(improved);
        ArgumentOutOfRangeException.ThrowIfNegative(regressed);
        ArgumentOutOfRangeException.ThrowIfNegative(pairs);
        if (!(improved + regressed <= pairs * (1 + 1e-12)))
            throw new ArgumentOutOfRangeException(nameof(pairs), pairs, "There cannot be more differing pairs than pairs.");
    }
}
