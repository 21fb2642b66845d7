using System.Globalization;

namespace Dreaming.Curation;

/// <summary>The ways in which people write a calendar date.</summary>
internal static class SpokenDates
{
    private static readonly string[] Unambiguous = ["d MMMM yyyy", "MMMM d, yyyy", "d MMM yyyy", "MMM d, yyyy", "MMMM d yyyy"];
    private static readonly string[] DayFirst = ["dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "d.M.yyyy", "dd-MM-yyyy"];
    private static readonly string[] MonthFirst = ["MM/dd/yyyy", "M/d/yyyy", "MM-dd-yyyy"];
    private static readonly string[] Sorted = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd"];

    /// <summary>Every way to write a date, the ambiguous ones among them.</summary>
    public static IEnumerable<string> All(DateOnly date) =>
        Unambiguous.Concat(DayFirst).Concat(MonthFirst).Concat(Sorted).Select(f => date.ToString(f, CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal);

    /// <summary>The unusual ways to write a date that can be read in one way only: day before month only where the day cannot be a month.</summary>
    public static IEnumerable<string> Unusual(DateOnly date) =>
        Unambiguous.Concat(date.Day > 12 ? DayFirst : []).Select(f => date.ToString(f, CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal);

    /// <summary>Reads a date as <see cref="Unusual"/> writes it, or in ISO 8601.</summary>
    public static bool TryRead(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text.Trim(), ["yyyy-MM-dd", .. Unambiguous], CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        || (DateOnly.TryParseExact(text.Trim(), DayFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Day > 12);
}
