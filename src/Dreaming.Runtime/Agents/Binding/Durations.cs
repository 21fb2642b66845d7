using System.Text.RegularExpressions;
using Dreaming.Agents.Reading;

namespace Dreaming.Agents.Binding;

/// <summary>Reads lengths of time as people write them: "two hours and 30 minutes", "half an hour", "90 min", "a week", and ISO 8601.</summary>
internal static partial class Durations
{
    private const decimal Longest = 100_000 * TimeSpan.TicksPerDay;

    /// <summary>Each length with where it begins.</summary>
    public static IEnumerable<(TimeSpan Length, int Start)> In(TextReading text)
    {
        foreach (Match match in Iso().Matches(text.Text))
            if (Contracts.JsonDuration.TryParse(match.Value, out var iso))
                yield return (iso, match.Index);

        var amounts = text.Numbers.Select(n => (n.Value, n.Start, End: n.Start + n.Length))
            .Concat(Article().Matches(text.Text).Select(m => (Value: m.Groups[1].Success ? 0.5m : 1, Start: m.Index, End: m.Index + m.Length)))
            .Concat(Glued().Matches(text.Text).Select(m => (Value: (decimal)int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture), Start: m.Index, End: m.Index + m.Length)))
            .OrderBy(a => a.Start);
        var (ticks, start, end) = (0m, -1, -1);
        foreach (var amount in amounts)
        {
            if (amount.Start < end || Unit().Match(text.Text, amount.End) is not { Success: true } unit)
                continue;
            if (start >= 0 && Joint().IsMatch(text.Text[end..amount.Start]))
            {
                ticks += amount.Value * TicksOf(unit);
            }
            else
            {
                if (start >= 0 && ticks <= Longest)
                    yield return (new TimeSpan((long)ticks), start);
                (ticks, start) = (amount.Value * TicksOf(unit), amount.Start);
            }

            end = unit.Index + unit.Length;
        }

        if (start >= 0 && ticks <= Longest)
            yield return (new TimeSpan((long)ticks), start);
    }

    private static decimal TicksOf(Match unit) => char.ToLowerInvariant(unit.Groups[1].ValueSpan[0]) switch
    {
        's' => TimeSpan.TicksPerSecond,
        'm' => TimeSpan.TicksPerMinute,
        'h' => TimeSpan.TicksPerHour,
        'd' => TimeSpan.TicksPerDay,
        _ => 7 * TimeSpan.TicksPerDay,
    };

    [GeneratedRegex(@"\bP(?=[\dT])[\dDTHMS.]*[DHMS]\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(half )?an?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b\d{1,6}(?=(?:s|secs?|mins?|h|hrs?|d)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Glued();

    [GeneratedRegex(@"\G[\s-]*(seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h|days?|d|weeks?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\A\s*,?\s*(?:and\s+)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
