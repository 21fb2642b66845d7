using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dreaming.Contracts;
using Dreaming.Curation;

namespace Dreaming.Dreams;

/// <summary>Values as people say them, held against contracts.</summary>
internal static class SpokenValues
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>Whether a value, as a scenario says it, fits its contract.</summary>
    public static bool Fit(MemberContract member, string text) => member.Kind switch
    {
        ValueKind.String or ValueKind.Enum => FitsText(member, text),
        ValueKind.Integer => NumberWords.TryRead(text, out var whole) && InRange(member, whole),
        ValueKind.Number => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && InRange(member, number),
        ValueKind.Date => SpokenDates.TryRead(text, out _),
        ValueKind.Time => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out _),
        ValueKind.Guid => Guid.TryParse(text, out _),
        ValueKind.Array when member.Element is { } element => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(t => Fit(element, t)),
        _ => true,
    };

    /// <summary>Whether two texts are the same value in other forms.</summary>
    public static bool Same(MemberContract member, string form, string value) => member.Kind switch
    {
        ValueKind.Integer => NumberWords.TryRead(form, out var a) && NumberWords.TryRead(value, out var b) && a == b,
        ValueKind.Date => SpokenDates.TryRead(form, out var a) && SpokenDates.TryRead(value, out var b) && a == b,
        ValueKind.Time => TimeOnly.TryParse(form, CultureInfo.InvariantCulture, out var a) && TimeOnly.TryParse(value, CultureInfo.InvariantCulture, out var b) && a == b,
        ValueKind.String or ValueKind.Enum or ValueKind.Guid => Squashed(form) is { Length: > 0 } squashed && squashed == Squashed(value),
        _ => form == value,
    };

    /// <summary>Unusual ways to write a value that leave no doubt about it.</summary>
    public static IEnumerable<string> UnusualForms(MemberContract member, string value) =>
        Candidates(member, value).Where(f => f != value && Same(member, f, value)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Candidates(MemberContract member, string value)
    {
        switch (member.Kind)
        {
            case ValueKind.Date when SpokenDates.TryRead(value, out var date):
                return SpokenDates.Unusual(date);
            case ValueKind.Integer when NumberWords.TryRead(value, out var number) && number is >= 0 and <= NumberWords.Greatest:
                return [NumberWords.Of((int)number)];
            case ValueKind.Time when TimeOnly.TryParse(value, CultureInfo.InvariantCulture, out var time):
                return [time.ToString(time.Minute == 0 ? "h tt" : "h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant()];
            case ValueKind.String when value.Any(char.IsAsciiDigit) && !value.Contains('@', StringComparison.Ordinal):
                var spaced = value.Replace('-', ' ').Replace('_', ' ');
                return [value.ToLowerInvariant(), spaced, spaced.ToLowerInvariant(), value.TrimStart('#'), value.Replace("-", "", StringComparison.Ordinal)];
            case ValueKind.String or ValueKind.Enum:
                return [value.ToUpperInvariant(), value.ToLowerInvariant()];
            default:
                return [];
        }
    }

    private static bool FitsText(MemberContract member, string text)
    {
        if (!member.Allowed.IsDefaultOrEmpty)
            return member.Allowed.Any(a => Squashed(a) == Squashed(text));
        var length = text.EnumerateRunes().Count();
        return length >= (member.MinLength ?? 0)
            && length <= (member.MaxLength ?? int.MaxValue)
            && (member.Pattern is null || Patterns.GetOrAdd(member.Pattern, Compile).IsMatch(text));
    }

    private static bool InRange(MemberContract member, decimal number) => number >= (member.Minimum ?? decimal.MinValue) && number <= (member.Maximum ?? decimal.MaxValue);

    private static Regex Compile(string pattern)
    {
        var whole = $@"\A(?:{pattern})\z";
        try
        {
            return new Regex(whole, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            return new Regex(whole, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
    }

    private static string Squashed(string text)
    {
        var squashed = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                squashed.Append(char.ToLowerInvariant(c));
        return squashed.ToString();
    }
}
