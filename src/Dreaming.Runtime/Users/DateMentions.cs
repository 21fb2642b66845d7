using System.Globalization;
using System.Text.RegularExpressions;

namespace Dreaming.Users;

/// <summary>Finds dates in text, however they are written.</summary>
internal static partial class DateMentions
{
    private static readonly string[] Named = ["d MMMM yyyy", "MMMM d yyyy", "d MMM yyyy", "MMM d yyyy"];

    /// <summary>Dates that can be read in one way only: 1962-03-14, 14 March 1962, March 14th, 1962.</summary>
    public static IEnumerable<DateOnly> Certain(string text) => HasDigit(text) ? CertainIn(text) : [];

    /// <summary>All dates that the text may mean: those that are certain, and both readings of 03/04/1962.</summary>
    public static IEnumerable<DateOnly> Possible(string text) => HasDigit(text) ? PossibleIn(text) : [];

    private static bool HasDigit(string text) => text.AsSpan().ContainsAnyInRange('0', '9');

    private static IEnumerable<DateOnly> CertainIn(string text)
    {
        foreach (Match match in Iso().Matches(text))
            if (DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                yield return date;
        foreach (Match match in WithMonth().Matches(text))
        {
            var plain = Spaces().Replace(Ordinal().Replace(match.Value, "").Replace(',', ' '), " ");
            if (DateOnly.TryParseExact(plain, Named, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                yield return date;
        }
    }

    private static IEnumerable<DateOnly> PossibleIn(string text)
    {
        foreach (var date in CertainIn(text))
            yield return date;
        foreach (Match match in Numbers().Matches(text))
            foreach (var form in (string[])["M d yyyy", "d M yyyy"])
                if (DateOnly.TryParseExact($"{match.Groups[1].Value} {match.Groups[2].Value} {match.Groups[3].Value}", form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                    yield return date;
    }

    [GeneratedRegex(@"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(\d{1,2}(st|nd|rd|th)?\s+(of\s+)?[A-Za-z]{3,9},?\s+\d{4}|[A-Za-z]{3,9}\s+\d{1,2}(st|nd|rd|th)?,?\s+\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex WithMonth();

    [GeneratedRegex(@"(?<![\w/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<=\d)(?:st|nd|rd|th)\b|\bof\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
