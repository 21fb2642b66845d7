using System.Globalization;
using Dreaming.Gates;

namespace Dreaming.Cli.Display;

/// <summary>Numbers as people read them, the same in every culture.</summary>
internal static class Numbers
{
    public const string None = "-";

    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Seed(ulong seed) => seed.ToString(CultureInfo.InvariantCulture);

    public static string Share(double share) => share.ToString("0.###", CultureInfo.InvariantCulture);

    public static string Percent(double? share) => share is { } value ? value.ToString("0.0 %", CultureInfo.InvariantCulture) : None;

    /// <summary>A rate in percent with its interval, for example <c>61.2 (57-65)</c>.</summary>
    public static string Rate(Interval? rate) => rate is null
        ? None
        : string.Create(CultureInfo.InvariantCulture, $"{rate.Estimate * 100:0.0} ({rate.Low * 100:0}-{rate.High * 100:0})");

    /// <summary>A difference of rates in percentage points, with its sign.</summary>
    public static string Points(double? difference) => difference is { } value ? (value * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) : None;

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
