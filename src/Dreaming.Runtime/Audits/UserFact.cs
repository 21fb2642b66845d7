using System.Collections.Immutable;
using System.Globalization;
using Dreaming.Contracts;
using Dreaming.Curation;
using Dreaming.Dreams;

namespace Dreaming.Audits;

/// <summary>A fact of one dream as its user has it.</summary>
/// <param name="Index">The slot's index.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Text">The value as a person would say it; null when there is none.</param>
/// <param name="Values">The value in all its forms, squashed.</param>
/// <param name="Declared">Other values that operators make the user say for it, squashed.</param>
/// <param name="Withheld">An operator keeps it back until it is asked for.</param>
internal sealed record UserFact(int Index, SlotContract Slot, string? Text, ImmutableArray<string> Values, ImmutableArray<string> Declared, bool Withheld)
{
    /// <summary>The user may name it unasked.</summary>
    public bool IsFree => Slot.Knowledge == Knowledge.Open && !Withheld;

    public bool IsKnown => Slot.Knowledge != Knowledge.Unknown;

    public static ImmutableArray<UserFact> Of(ScenarioContract contract, object scenario, Dream dream)
    {
        var facts = ImmutableArray.CreateBuilder<UserFact>();
        for (var i = 0; i < contract.Slots.Length; i++)
        {
            var name = contract.Slots[i].Member.Name;
            var text = contract.SlotText(scenario, i) is { Length: > 0 } value ? value : null;
            var spoken = dream.Skeleton.Operators.OfType<OtherFormat>().Where(f => f.Slot == name).Select(f => f.Form);
            var declared = dream.Skeleton.Operators.Select(o => o switch
            {
                ChangeOfMind change when change.Slot == name => change.First,
                TwoReadings readings when readings.Slot == name => readings.Other,
                _ => null,
            });
            facts.Add(new UserFact(
                i,
                contract.Slots[i],
                text,
                text is null ? [] : Squashed([text, .. spoken, .. Forms(text)]),
                Squashed(declared.OfType<string>()),
                dream.Skeleton.Operators.Any(o => o is Withhold w && w.Slot == name)));
        }

        return facts.ToImmutable();
    }

    /// <summary>A message of the agent asks for it: by one of its phrases, by naming it, or by naming another value for it.</summary>
    /// <param name="agent">The message.</param>
    /// <param name="instances">The values that instances have.</param>
    public bool IsAskedIn(SquashedText agent, InstanceValues instances) =>
        Slot.Asked.Any(phrase => SquashedText.Squash(phrase) is var squashed && (agent.Names(squashed) || agent.Names(squashed + "s")))
        || Values.Any(agent.Names)
        || instances.In(agent).Any(v => v.Slot == Index);

    private static ImmutableArray<string> Squashed(IEnumerable<string> texts) => [.. texts.Select(SquashedText.Squash).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Forms(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? SpokenDates.All(date) : [];
}
