namespace Dreaming.Gates;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>
    /// The probability of a value of at most <paramref name="x"/>. Near the centre by Marsaglia's series ("Evaluating the normal distribution", J. Stat. Softw. 11(4), 2004),
    /// in the tails by Laplace's continued fraction, so that small probabilities keep their relative accuracy.
    /// </summary>
    public static double Cdf(double x)
    {
        if (double.IsNaN(x))
            return double.NaN;
        if (Math.Abs(x) > 3)
            return x < 0 ? Tail(-x) : 1 - Tail(x);
        var (term, sum) = (x, x);
        for (var k = 3; Math.Abs(term) > 1e-18; k += 2)
            sum += term *= x * x / k;
        return 0.5 + sum * Density(x);
    }

    /// <summary>The value that is exceeded with probability 1 - <paramref name="p"/>. By bisection of <see cref="Cdf"/>.</summary>
    /// <param name="p">Between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is no such probability.</exception>
    public static double Quantile(double p)
    {
        if (!(p > 0 && p < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile is asked for a probability between 0 and 1, both excluded.");
        return p > 0.5 ? -Bisection.Root(-40, 0, x => Cdf(x) - (1 - p)) : Bisection.Root(-40, 0, x => Cdf(x) - p);
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    private static double Tail(double x)
    {
        if (double.IsPositiveInfinity(x))
            return 0;
        var fraction = x;
        for (var k = 200; k >= 1; k--)
            fraction = x + k / fraction;
        return Density(x) / fraction;
    }
}
