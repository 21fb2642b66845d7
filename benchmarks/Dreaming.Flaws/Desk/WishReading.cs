using System.Text.RegularExpressions;

namespace Dreaming.Flaws.Desk;

/// <summary>Makes out of a person's messages what they want.</summary>
public static partial class WishReading
{
    /// <summary>Reads a conversation.</summary>
    /// <param name="talk">The conversation.</param>
    /// <param name="reader">Reads the words.</param>
    public static Wish Of(Talk talk, Reader reader)
    {
        // A yes is an answer, and no wish.
        var text = string.Join('\n', talk.Said.Where(t => !t.StartsWith("yes", StringComparison.OrdinalIgnoreCase)));
        var other = reader.HasAny(text, "their", "they", "her", "his", "neighbour", "mother", "father", "partner", "husband", "wife");
        return new Wish
        {
            Kind = KindOf(talk, reader, text, other),
            ForSomebodyElse = other,
            Numbers = Settled(talk, reader, (t, i) => reader.PatientNumbers(t).Where(m => !other || IsOwn(t, m, i))),
            OtherNumbers = other ? Settled(talk, reader, (t, i) => reader.PatientNumbers(t).Where(m => !IsOwn(t, m, i))) : [],
            BirthDates = Settled(talk, reader, (t, _) => reader.BirthDates(t)),
            Days = Settled(talk, reader, (t, _) => reader.DaysToCome(t)),
            DayCounts = Settled(talk, reader, (t, _) => reader.DayCounts(t)),
            Question = talk.Said.FirstOrDefault(reader.IsDoseQuestion) ?? talk.Said.FirstOrDefault() ?? "",
        };
    }

    private static WishKind KindOf(Talk talk, Reader reader, string text, bool other)
    {
        if (talk.Said.Any(reader.IsDoseQuestion))
            return WishKind.DoseQuestion;
        if (reader.HasAny(text, "appointment", "review", "doctor"))
            return WishKind.Appointment;
        if (reader.HasAny(text, "lost", "stolen", "misplaced"))
            return WishKind.Lost;
        if (reader.HasAny(text, "travelling", "abroad", "holiday", "away") || reader.HasAny(text, "days") && reader.HasAny(text, "needed"))
            return WishKind.Travel;
        if (reader.HasAny(text, "question"))
            return WishKind.Unclear;
        return other || reader.HasAny(text, "need", "more", "renew", "repeat", "order", "reorder", "another", "again", "usual", "please", "send", "runs", "running", "next")
            ? WishKind.Repeat
            : WishKind.Unclear;
    }

    // What the latest message says that says one thing; where none does, what is left open. What was taken back anywhere counts nowhere.
    private static ImmutableArray<T> Settled<T>(Talk talk, Reader reader, Func<string, int, IEnumerable<Mention<T>>> find)
    {
        var mentions = talk.Said.Select((text, i) => find(text, i).Select(m => (m.Value, TakenBack: reader.IsTakenBack(text, m.At))).ToArray()).ToArray();
        var takenBack = mentions.SelectMany(m => m).Where(m => m.TakenBack).Select(m => m.Value).ToHashSet();
        var said = mentions.Select(m => m.Select(v => v.Value).Where(v => !takenBack.Contains(v)).Distinct().ToImmutableArray()).Where(v => !v.IsEmpty).ToArray();
        return said.LastOrDefault(v => v.Length == 1) is { IsDefault: false } one ? one : said is [var open, ..] ? open : [];
    }

    // "My patient id is PT-100001" speaks of the person, "my other patient id is ..." and a bare number of the other one.
    private static bool IsOwn(string text, Mention<string> number, int message) => message > 0 && OwnNumber().IsMatch(text.AsSpan(0, number.At));

    [GeneratedRegex(@"\bmy (own )?\w+ (id|number) is $", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnNumber();
}
