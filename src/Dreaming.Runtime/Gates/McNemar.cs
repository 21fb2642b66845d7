namespace Dreaming.Gates;

/// <summary>
/// McNemar's exact test (Psychometrika 12, 1947) on paired yes-or-no outcomes. Given the pairs that differ, each is a fair coin when nothing has changed.
/// An alarm only: with few differing pairs it cannot certify that nothing got worse.
/// </summary>
public static class McNemar
{
    /// <summary>The probability of at least that many regressions among the differing pairs when nothing has changed.</summary>
    /// <param name="improved">Pairs that failed before and pass after.</param>
    /// <param name="regressed">Pairs that passed before and fail after.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double Regression(int improved, int regressed)
    {
        Check(improved, regressed);
        return Binomial.AtLeast(regressed, improved + regressed, 0.5);
    }

    /// <summary>The exact two-sided p-value: twice the smaller tail, at most 1.</summary>
    /// <inheritdoc cref="Regression"/>
    public static double TwoSided(int improved, int regressed)
    {
        Check(improved, regressed);
        return Math.Min(1, 2 * Binomial.AtMost(Math.Min(improved, regressed), improved + regressed, 0.5));
    }

    /// <summary>The two-sided mid-p value, less conservative than <see cref="TwoSided"/>: the observed split counts half (Fagerland et al., BMC Med. Res. Methodol. 13:91, 2013).</summary>
    /// <inheritdoc cref="Regression"/>
    public static double MidP(int improved, int regressed)
    {
        Check(improved, regressed);
        var (n, few) = (improved + regressed, Math.Min(improved, regressed));
        if (improved == regressed)
            return 1;
        return 2 * Binomial.AtMost(few, n, 0.5) - Math.Exp(Binomial.LogChoose(n, few) - n * Math.Log(2));
    }

    private static void Check(int improved, int regressed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(improved);
        ArgumentOutOfRangeException.ThrowIfNegative(regressed);
    }
}
