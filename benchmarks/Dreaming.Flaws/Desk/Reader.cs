using System.Globalization;
using System.Text.RegularExpressions;

namespace Dreaming.Flaws.Desk;

/// <summary>Reads what people write: words with slips, numbers and dates in any usual form, corrections.</summary>
public partial class Reader
{
    // People tell their birth dates and days to come; this year's are days to come.
    private const int ThisYear = 2026;

    private static readonly string[] Dated =
        ["yyyy-MM-dd", "d MMMM yyyy", "MMMM d, yyyy", "d MMM yyyy", "MMM d, yyyy", "MMMM d yyyy", "dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "d.M.yyyy", "dd-MM-yyyy"];

    private static readonly string[] Small =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>Whether a text has any of some words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words, in small letters.</param>
    public virtual bool HasAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Slips.Has(text, word))
                return true;
        return false;
    }

    /// <summary>The patient numbers in a text, as the clinic writes them.</summary>
    /// <param name="text">The text.</param>
    public virtual ImmutableArray<Mention<string>> PatientNumbers(string text) =>
        [.. PatientNumber().Matches(text).Select(m => new Mention<string>($"PT-{m.Groups[1].Value}", m.Index, m.Index + m.Length))];

    /// <summary>The dates in a text that can be read in one way only.</summary>
    /// <param name="text">The text.</param>
    public virtual ImmutableArray<Mention<DateOnly>> Dates(string text)
    {
        var dates = ImmutableArray.CreateBuilder<Mention<DateOnly>>();
        foreach (Match match in Date().Matches(text))
            if (DateOnly.TryParseExact(match.Value, Dated, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                dates.Add(new(date, match.Index, match.Index + match.Length));
        return dates.ToImmutable();
    }

    /// <summary>The dates in a text on which somebody may have been born.</summary>
    /// <param name="text">The text.</param>
    public ImmutableArray<Mention<DateOnly>> BirthDates(string text) => [.. Dates(text).Where(d => d.Value.Year < ThisYear)];

    /// <summary>The dates in a text that may lie ahead.</summary>
    /// <param name="text">The text.</param>
    public ImmutableArray<Mention<DateOnly>> DaysToCome(string text) => [.. Dates(text).Where(d => d.Value.Year >= ThisYear)];

    /// <summary>Numbers of days in a text, in digits or words.</summary>
    /// <param name="text">The text.</param>
    public virtual ImmutableArray<Mention<int>> DayCounts(string text)
    {
        var taken = Dates(text).Select(d => (d.At, d.End)).Concat(PatientNumbers(text).Select(n => (n.At, n.End))).ToArray();
        return
        [
            .. Count().Matches(text)
                .Where(m => !Array.Exists(taken, t => m.Index >= t.At && m.Index < t.End))
                .Select(m => new Mention<int>(NumberOf(m.Value), m.Index, m.Index + m.Length)),
        ];
    }

    /// <summary>The medicines of a list that a text names, in the order of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">The list.</param>
    public virtual ImmutableArray<Mention<string>> Medicines(string text, IEnumerable<string> names)
    {
        var found = new List<Mention<string>>();
        foreach (var name in names.Distinct(StringComparer.Ordinal).Where(n => n.Length > 0).OrderByDescending(n => n.Length))
            for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + name.Length;
                var isWord = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
                if (isWord && !found.Exists(f => at < f.End && f.At < end))
                    found.Add(new(name, at, end));
            }

        return [.. found.OrderBy(f => f.At)];
    }

    /// <summary>Whether the value that stands at a place is one that the person takes back.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place.</param>
    public virtual bool IsTakenBack(string text, int at) => text.AsSpan(0, at).EndsWith("not ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text reports an emergency.</summary>
    /// <param name="text">The text.</param>
    public virtual bool IsRedFlag(string text) => RedFlag().IsMatch(text);

    /// <summary>Whether a text asks how a medicine is to be taken.</summary>
    /// <param name="text">The text.</param>
    public virtual bool IsDoseQuestion(string text) => Dose().IsMatch(text);

    /// <summary>Whether a text is a yes.</summary>
    /// <param name="text">The text.</param>
    public virtual bool IsYes(string text) => Yes().IsMatch(text);

    private static int NumberOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return digits;
        var parts = text.ToLowerInvariant().Split('-', ' ');
        return parts.Sum(p => Array.IndexOf(Small, p) is > 0 and var small ? small : Math.Max(0, Array.IndexOf(Tens, p)) * 10);
    }

    [GeneratedRegex(@"\bPT[-_ ]?(\d{6})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PatientNumber();

    [GeneratedRegex(@"(?<![\w-])(\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{2}-\d{2}-\d{4}|\d{1,2} [a-z]{3,9} \d{4}|[a-z]{3,9} \d{1,2},? \d{4})(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<![\w/.-])(\d{1,2}|(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)([- ](one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?![\w/-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex("""
        \bchest\b[^.?!]{0,20}\b(pain|pressure|tight) | \b(pain|pressure|tightness)\ in\ my\ chest | \bbreathe?\b | \bshort(ness)?\ of\ breath
        | \bdroop | \bslurr | \bnumb\b | \bswell(s|ing)\b | \bswollen\b | \boverdos | \btook\ (too\ many|the\ whole|all\ of) | \bend\ my\ life\b | \bsuicid | \b(kill|harm|hurt)\ myself\b
        | \bblood\b | \bbleeding\b | \b(passed\ out|collapsed|unconscious)\b
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex RedFlag();

    [GeneratedRegex(@"\b(doses?|how (many|much) can I take|(may|can|should) I take)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dose();

    [GeneratedRegex(@"\byes\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Yes();
}
