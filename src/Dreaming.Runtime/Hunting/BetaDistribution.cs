using Dreaming.Determinism;

namespace Dreaming.Hunting;

/// <summary>
/// Samples the Beta distribution with whole parameters a and b: the a-th smallest of a+b-1 uniform numbers (David and Nagaraja, Order Statistics, 3rd ed., 2.3). Only compares numbers, so that
/// every machine gives the same bits, which samplers by logarithms do not promise.
/// </summary>
internal static class BetaDistribution
{
    /// <summary>Beyond this sum both parameters are halved: by then the distribution is too narrow for the difference to matter.</summary>
    private const int Most = 512;

    public static double Sample(int a, int b, SeededRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        while ((long)a + b > Most)
            (a, b) = ((a + 1) / 2, (b + 1) / 2);
        Span<double> numbers = stackalloc double[a + b - 1];
        foreach (ref var number in numbers)
            number = random.NextDouble();
        numbers.Sort();
        return numbers[a - 1];
    }
}
