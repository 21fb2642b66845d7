using System.Globalization;
using System.Numerics;

namespace Dreaming.Contracts;

/// <summary>Decimal numbers from one to another, both included. For short numbers the bounds are at hand with as many places behind the point as the number has.</summary>
public sealed class JsonDecimalRange
{
    // Every number of so many digits fits a long, with any number of them behind the point.
    private const int MostPlaces = JsonScanner.ShortNumber;

    private readonly long[] _least = new long[MostPlaces + 1];
    private readonly long[] _greatest = new long[MostPlaces + 1];

    /// <summary>Makes a range.</summary>
    /// <param name="minimum">The least number.</param>
    /// <param name="maximum">The greatest number.</param>
    public JsonDecimalRange(decimal minimum, decimal maximum)
    {
        Minimum = minimum;
        Maximum = maximum;
        for (var places = 0; places <= MostPlaces; places++)
        {
            _least[places] = -Floor(-minimum, places);
            _greatest[places] = Floor(maximum, places);
        }
    }

    /// <summary>Every decimal number.</summary>
    public static JsonDecimalRange Any { get; } = new(decimal.MinValue, decimal.MaxValue);

    /// <summary>The least number.</summary>
    public decimal Minimum { get; }

    /// <summary>The greatest number.</summary>
    public decimal Maximum { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"from {Minimum} to {Maximum}");

    /// <summary>Whether a short number is in the range.</summary>
    /// <param name="digits">The number without its point.</param>
    /// <param name="places">How many of the digits stand behind the point.</param>
    internal bool Contains(long digits, int places) => digits >= _least[places] && digits <= _greatest[places];

    internal bool Contains(decimal number) => number >= Minimum && number <= Maximum;

    // The greatest whole number that is not greater than a bound times a power of ten, within what a long can hold on both sides of zero.
    private static long Floor(decimal bound, int places)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(bound, bits);
        var digits = new BigInteger(new decimal(bits[0], bits[1], bits[2], bits[3] < 0, 0)) * BigInteger.Pow(10, places);
        var whole = BigInteger.DivRem(digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xff), out var rest);
        return (long)BigInteger.Clamp(rest < 0 ? whole - 1 : whole, -long.MaxValue, long.MaxValue);
    }
}
