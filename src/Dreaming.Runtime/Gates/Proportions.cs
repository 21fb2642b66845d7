namespace Dreaming.Gates;

/// <summary>Confidence limits for one proportion.</summary>
public static class Proportions
{
    /// <summary>Wilson's score interval (J. Am. Stat. Assoc. 22, 1927), for display: it keeps inside 0 and 1 and behaves at both ends.</summary>
    /// <param name="successes">Successes, from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Trials.</param>
    /// <param name="confidence">The two-sided confidence.</param>
    /// <returns>The interval; null without trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The counts contradict each other, or the confidence is none.</exception>
    public static Interval? Wilson(int successes, int trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        if (trials == 0)
            return null;
        var z = Normal.Quantile(0.5 + confidence / 2);
        var rate = (double)successes / trials;
        var scale = 1 + z * z / trials;
        var centre = (rate + z * z / (2.0 * trials)) / scale;
        var half = z / scale * Math.Sqrt(rate * (1 - rate) / trials + z * z / (4.0 * trials * trials));
        return new(rate, successes == 0 ? 0 : Math.Max(0, centre - half), successes == trials ? 1 : Math.Min(1, centre + half));
    }

    /// <summary>The exact one-sided upper limit of Clopper and Pearson (Biometrika 26, 1934).</summary>
    /// <param name="successes">Successes, from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Trials.</param>
    /// <param name="confidence">The one-sided confidence. For a two-sided interval ask both limits at (1 + confidence) / 2.</param>
    /// <returns>The limit; 1 without trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The counts contradict each other, or the confidence is none.</exception>
    public static double ClopperPearsonUpper(int successes, int trials, double confidence = 0.95)
    {
        Check(successes, trials, confidence);
        return successes == trials ? 1 : Bisection.Root(0, 1, p => Binomial.AtMost(successes, trials, p) - (1 - confidence));
    }

    /// <summary>The exact one-sided lower limit of Clopper and Pearson.</summary>
    /// <returns>The limit; 0 without trials.</returns>
    /// <inheritdoc cref="ClopperPearsonUpper"/>
    public static double ClopperPearsonLower(int successes, int trials, double confidence = 0.95) =>
        1 - ClopperPearsonUpper(trials - successes, trials, confidence);

    /// <summary>The greatest failure rate that is still compatible with <paramref name="trials"/> trials and no failure: about 3 / n at 95 % (the rule of three).</summary>
    /// <param name="trials">Trials.</param>
    /// <param name="confidence">The one-sided confidence.</param>
    /// <returns>A rate; 1 without trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The trials are negative, or the confidence is none.</exception>
    public static double ZeroFailureUpper(int trials, double confidence = 0.95)
    {
        Check(0, trials, confidence);
        return trials == 0 ? 1 : 1 - Math.Pow(1 - confidence, 1.0 / trials);
    }

    private static void Check(int successes, int trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1, both excluded.");
    }
}
