using System.Globalization;
using System.Text.RegularExpressions;

namespace Dreaming.Agents.Language;

/// <summary>Finds calendar dates as people write them.</summary>
internal static partial class Dates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The dates in a text with the place of each. Where day and month could be either, the day stands first.</summary>
    public static List<(DateOnly Date, int Start, int Length)> In(string text)
    {
        var found = new List<(DateOnly, int, int)>();
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return found;
        foreach (Match m in YearFirst().Matches(text))
            Add(m, Number(m, 1), Number(m, 2), Number(m, 3));
        foreach (Match m in DayFirst().Matches(text))
            Add(m, Number(m, 3), Number(m, 2), Number(m, 1));
        foreach (Match m in DayMonthName().Matches(text))
            Add(m, Number(m, 3), Month(m.Groups[2].Value), Number(m, 1));
        foreach (Match m in MonthNameDay().Matches(text))
            Add(m, Number(m, 3), Month(m.Groups[1].Value), Number(m, 2));
        found.Sort((a, b) => a.Item2.CompareTo(b.Item2));
        return found;

        void Add(Match m, int year, int month, int day)
        {
            if (year < 100)
                year += year > 30 ? 1900 : 2000;
            if (month > 12 && day <= 12)
                (month, day) = (day, month);
            if (month is >= 1 and <= 12 && year is > 1800 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
                found.Add((new DateOnly(year, month, day), m.Index, m.Length));
        }
    }

    private static int Number(Match m, int group) => int.Parse(m.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Month(string name) => Array.IndexOf(Months, name[..3].ToLowerInvariant()) + 1;

    [GeneratedRegex(@"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b(?![/-])", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s-]+(\d{4})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayMonthName();

    [GeneratedRegex(@"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MonthNameDay();
}
