using System.Globalization;

namespace Dreaming.Gates;

/// <summary>Figures as people read them.</summary>
internal static class Phrase
{
    /// <summary>A share in percent: <c>83 %</c>, <c>0.4 %</c>.</summary>
    public static string Percent(double share)
    {
        var percent = share * 100;
        var decimals = Math.Abs(percent) is 0 or >= 9.95 || Math.Abs(percent - Math.Round(percent)) < 1e-9 ? "0" : "0.0";
        return percent.ToString(decimals, CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>A difference of shares in percentage points with its sign: <c>-3.2</c>, <c>+1.0</c>.</summary>
    public static string Points(double difference)
    {
        var points = Math.Round(difference * 100, 1, MidpointRounding.AwayFromZero);
        return points == 0 ? "0.0" : points.ToString("+0.0;-0.0", CultureInfo.InvariantCulture);
    }

    /// <summary>A probability: <c>0.031</c>.</summary>
    public static string Probability(double p) => p < 0.001 ? "less than 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: <c>1 case</c>, <c>2 cases</c>.</summary>
    public static string Count(int count, string noun, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? noun : plural ?? noun + "s")}");

    /// <summary>The first few of a list, and how many more there are.</summary>
    public static string Some(IReadOnlyCollection<string> items, int show = 5) =>
        string.Join(", ", items.Take(show)) + (items.Count > show ? string.Create(CultureInfo.InvariantCulture, $" and {items.Count - show} more") : "");
}
