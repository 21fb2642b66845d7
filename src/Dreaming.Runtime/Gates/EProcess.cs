using System.Collections.Immutable;

namespace Dreaming.Gates;

/// <summary>
/// Evidence that stays valid however often one looks (testing by betting; Ramdas et al., "Game-theoretic statistics and safe anytime-valid inference", arXiv 2210.01948).
/// A hypothesis may be rejected at level alpha as soon as its e-value reaches 1 / alpha. Evidence multiplies across nights only for one and the same overlay.
/// </summary>
public static class EProcess
{
    /// <summary>The shares of the greatest stake that <see cref="NonInferiority(IReadOnlyList{double}, double)"/> averages over.</summary>
    public static ImmutableArray<double> Stakes { get; } = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

    /// <summary>The evidence, after each case, against "the mean difference is at most minus the margin". Averages over ten stakes, so that none has to be chosen.</summary>
    /// <param name="differences">After minus before, case by case, each from -1 to 1; pass or fail as well as scores.</param>
    /// <param name="margin">The margin, between 0 and 1.</param>
    /// <returns>One e-value a case.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A difference or the margin is out of its range.</exception>
    public static ImmutableArray<double> NonInferiority(IReadOnlyList<double> differences, double margin)
    {
        CheckMargin(margin);
        var processes = Stakes.Select(share => NonInferiority(differences, margin, share / (1 - margin))).ToArray();
        return [.. Enumerable.Range(0, differences.Count).Select(i => processes.Average(p => p[i]))];
    }

    /// <summary>The same evidence with one stake.</summary>
    /// <inheritdoc cref="NonInferiority(IReadOnlyList{double}, double)"/>
    /// <param name="differences">After minus before, case by case, each from -1 to 1.</param>
    /// <param name="margin">The margin, between 0 and 1.</param>
    /// <param name="stake">From 0 to 1 / (1 - margin), the latter excluded.</param>
    public static ImmutableArray<double> NonInferiority(IReadOnlyList<double> differences, double margin, double stake)
    {
        CheckMargin(margin);
        if (!(stake >= 0 && stake < 1 / (1 - margin)))
            throw new ArgumentOutOfRangeException(nameof(stake), stake, "A stake lies between 0 and 1 / (1 - margin).");
        var values = ImmutableArray.CreateBuilder<double>(differences.Count);
        var evidence = 1.0;
        foreach (var difference in differences)
        {
            if (!(difference is >= -1 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(differences), difference, "A difference lies between -1 and 1.");
            values.Add(evidence *= 1 + stake * (difference + margin));
        }

        return values.MoveToImmutable();
    }

    /// <summary>
    /// The evidence against "a differing pair is no likelier to be a regression than an improvement", mixed uniformly over all chances of a regression from one half to 1.
    /// In closed form: the integral of (2p)^c (2(1-p))^b 2 dp from one half to 1.
    /// </summary>
    /// <param name="improved">Pairs that failed before and pass after.</param>
    /// <param name="regressed">Pairs that passed before and fail after.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double RegressionAlarm(int improved, int regressed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(improved);
        ArgumentOutOfRangeException.ThrowIfNegative(regressed);
        var n = improved + regressed;
        return Math.Exp((n + 1) * Math.Log(2) - Math.Log(n + 1) - Binomial.LogChoose(n, regressed)) * Binomial.AtMost(regressed, n + 1, 0.5);
    }

    private static void CheckMargin(double margin)
    {
        if (!(margin is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin lies between 0 and 1.");
    }
}
