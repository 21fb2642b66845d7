namespace Dreaming.Gates;

/// <summary>The binomial distribution, by the regularised incomplete beta function (NIST DLMF 8.17), accurate to 1e-11 up to a million trials.</summary>
public static class Binomial
{
    /// <summary>The probability of at least <paramref name="successes"/> successes.</summary>
    /// <param name="successes">The number of successes; any number.</param>
    /// <param name="trials">The number of trials; not negative.</param>
    /// <param name="probability">The chance of each success, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The trials or the probability are out of their range.</exception>
    public static double AtLeast(int successes, int trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        CheckProbability(probability);
        if (successes <= 0)
            return 1;
        return successes > trials ? 0 : Beta(successes, trials - successes + 1.0, probability);
    }

    /// <summary>The probability of at most <paramref name="successes"/> successes.</summary>
    /// <inheritdoc cref="AtLeast"/>
    public static double AtMost(int successes, int trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        CheckProbability(probability);
        if (successes < 0)
            return 0;
        return successes >= trials ? 1 : Beta(trials - successes, successes + 1.0, 1 - probability);
    }

    /// <summary>The natural logarithm of the number of ways to choose <paramref name="chosen"/> of <paramref name="of"/>.</summary>
    internal static double LogChoose(int of, int chosen) => LogGamma(of + 1.0) - LogGamma(chosen + 1.0) - LogGamma(of - chosen + 1.0);

    private static void CheckProbability(double probability)
    {
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
    }

    private static double Beta(double a, double b, double x)
    {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * double.LogP1(-x));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(a, b, x) / a : 1 - front * Fraction(b, a, 1 - x) / b;
    }

    // Lentz's algorithm for the continued fraction DLMF 8.17.22.
    private static double Fraction(double a, double b, double x)
    {
        const double Tiny = 1e-300;
        var c = 1.0;
        var d = 1 / Away(1 - (a + b) * x / (a + 1));
        var value = d;
        for (var m = 1; m < 100_000; m++)
        {
            Step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
            if (Step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))))
                break;
        }

        return value;

        bool Step(double coefficient)
        {
            d = 1 / Away(1 + coefficient * d);
            c = Away(1 + coefficient / c);
            value *= c * d;
            return Math.Abs(c * d - 1) < 1e-16;
        }

        static double Away(double number) => Math.Abs(number) < Tiny ? Tiny : number;
    }

    // Stirling's series (DLMF 5.11.1) after shifting the argument to where eight terms are exact to the last bit.
    private static double LogGamma(double x)
    {
        var shift = 1.0;
        while (x < 15)
            shift *= x++;
        var inverse = 1 / (x * x);
        var series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse * (1.0 / 1188 - inverse * (691.0 / 360360 - inverse / 156)))))) / x;
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + series - Math.Log(shift);
    }
}
