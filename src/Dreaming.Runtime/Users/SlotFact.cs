using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dreaming.Contracts;
using Dreaming.Dreams;

namespace Dreaming.Users;

/// <summary>A fact of the scenario as the user of one dream has it.</summary>
/// <param name="contract">The slot.</param>
/// <param name="spoken">What the user says for it; null when the user does not know it.</param>
/// <param name="meant">The value as the scenario has it; null when there is none.</param>
/// <param name="wrong">Values that were or could be said and are not meant: the first word of a change of mind, the other reading.</param>
internal sealed partial class SlotFact(SlotContract contract, string? spoken, string? meant, ImmutableArray<string> wrong)
{
    private const int LongValue = 4;

    private static readonly ConcurrentDictionary<string, Regex?> Shapes = new(StringComparer.Ordinal);

    private readonly DateOnly? _date = contract.Member.Kind == ValueKind.Date && DateOnly.TryParseExact(meant, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public SlotContract Contract { get; } = contract;

    public string? Spoken { get; } = spoken;

    public string? Meant { get; } = meant;

    public ImmutableArray<string> Wrong { get; } = wrong;

    public string Name => Contract.Member.Name;

    public bool Known => Spoken is not null;

    public string Label => Words().Replace(Contract.ClrName, " $0").Trim().ToLowerInvariant();

    /// <summary>The facts of a dream, in the scenario's order.</summary>
    public static ImmutableArray<SlotFact> Of(DomainManifest domain, Dream dream)
    {
        var scenario = domain.FindScenario(dream.Skeleton.Scenario)
            ?? throw new InvalidOperationException($"The domain '{domain.Name}' declares no scenario '{dream.Skeleton.Scenario}'.");
        var record = scenario.Read(Encoding.UTF8.GetBytes(dream.Skeleton.Facts.Text));
        return [.. scenario.Slots.Select((slot, i) => new SlotFact(
            slot,
            slot.Knowledge == Knowledge.Unknown ? null : dream.Spoken.GetValueOrDefault(slot.Member.Name),
            scenario.SlotText(record, i),
            [.. dream.Skeleton.Operators.Select(o => WrongValue(o, slot.Member.Name)).OfType<string>()]))];
    }

    /// <summary>The user's sentence for it.</summary>
    public string Tell()
    {
        if (Contract.Member.Kind == ValueKind.Boolean)
            return $"{char.ToUpperInvariant(Label[0])}{Label[1..]}: {Spoken}.";
        // A value that is as long as a sentence is one.
        return Spoken!.Count(c => c == ' ') >= LongValue ? Sentence(Spoken!) : $"My {Label} is {Sentence(Spoken!)}";
    }

    /// <summary>A value as the end of a sentence.</summary>
    public static string Sentence(string value) => value is [.., '.' or '!' or '?'] ? value : value + ".";

    /// <summary>The text names the value, in the user's words, the scenario's, or for a date in any form.</summary>
    public bool IsNamedIn(string text) =>
        Spoken is { } said && Phrases.Has(text, said)
        || Meant is { } value && value != Spoken && Phrases.Has(text, value)
        || _date is { } date && DateMentions.Possible(text).Contains(date);

    /// <summary>A sentence speaks of the slot by one of its phrases.</summary>
    public bool IsSpokenOfIn(string text) => Contract.Asked.Any(phrase => Phrases.Has(text, phrase) || Phrases.Has(text, phrase + "s"));

    /// <summary>The agent names another value for this slot than the one that is meant.</summary>
    /// <param name="message">Everything that the agent said.</param>
    /// <param name="sentence">The sentence that asks for a yes.</param>
    /// <param name="facts">All facts: a value that is another fact's contradicts nothing.</param>
    public bool IsContradictedBy(string message, string sentence, ImmutableArray<SlotFact> facts)
    {
        if (!Known || IsNamedIn(message))
            return false;
        if (Wrong.Any(w => Phrases.Has(message, w)))
            return true;
        var member = Contract.Member;
        if (!member.Allowed.IsEmpty)
            return member.Allowed.Any(a => Phrases.Has(sentence, a) && !facts.Any(f => f.Meant == a));
        if (member.Pattern is { } pattern && Shape(pattern) is { } shape)
            return shape.Matches(message).Any(m => !facts.Any(f => f.Meant == m.Value || f.Spoken == m.Value));
        if (!IsSpokenOfIn(sentence))
            return false;
        if (_date is not null)
            return DateMentions.Certain(sentence).Any();
        return member.Kind is ValueKind.Integer or ValueKind.Number && Number().Count(sentence) == 1;
    }

    private static string? WrongValue(DreamOperator step, string slot) => step switch
    {
        ChangeOfMind change when change.Slot == slot => change.First,
        TwoReadings readings when readings.Slot == slot => readings.Other,
        _ => null,
    };

    // Only a pattern that tells its values from words and from plain numbers shows which slot a value is for.
    private static Regex? Shape(string pattern) => Shapes.GetOrAdd(pattern, static p =>
    {
        const RegexOptions options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
        try
        {
            var whole = new Regex($@"\A(?:{p})\z", options);
            return whole.IsMatch("please") || whole.IsMatch("12") || whole.IsMatch("1962-03-14") ? null : new Regex($@"\b(?:{p})\b", options);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            // A pattern with lookarounds: values cannot be told by their shape, which only means one reason less to say no.
            return null;
        }
    });

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![\w.-])\d+(\.\d+)?(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
