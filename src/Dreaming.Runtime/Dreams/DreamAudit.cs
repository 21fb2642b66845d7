using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Dreams;

/// <summary>
/// Proves that a dream's words give nothing away: the opening names no value of a slot that the user hides, does not know or withholds, and no fact of another instance of the scenario
/// unless an operator put it there. Values shorter than 3 characters, and values that a template of the scenario says in its own words, prove nothing and are not looked for.
/// </summary>
public static class DreamAudit
{
    private const int Shortest = 3;

    /// <summary>Checks one dream.</summary>
    /// <param name="dream">The dream.</param>
    /// <param name="domain">Its domain.</param>
    /// <param name="root">The world whose other instances must not be named; null to look only at the dream's own facts.</param>
    /// <returns>One sentence for each leak; empty when there is none.</returns>
    /// <exception cref="ArgumentException">The domain has no such scenario.</exception>
    public static ImmutableArray<string> Check(Dream dream, DomainManifest domain, IWorld? root = null)
    {
        var contract = domain.FindScenario(dream.Skeleton.Scenario)
            ?? throw new ArgumentException($"The domain '{domain.Name}' has no scenario '{dream.Skeleton.Scenario}'.", nameof(dream));
        ImmutableArray<string?>[] others = root is null ? [] : [.. contract.Seeds(root.Fork()).Select(s => ScenarioFacts.Texts(contract, s))];
        return Check(dream, contract, Vocabulary.Of(contract, others));
    }

    internal static ImmutableArray<string> Check(Dream dream, ScenarioContract contract, Vocabulary foreign)
    {
        var leaks = ImmutableArray.CreateBuilder<string>();
        var texts = ScenarioFacts.Texts(contract, contract.Read(dream.Skeleton.Facts.ToUtf8()));
        var told = Told(dream, contract, texts);
        var dreamed = told.Concat(Dreamed(dream)).ToArray();
        var literal = string.Join(' ', contract.Says.Select(s => Template.Parse(s).Literal));
        bool Named(string value, IEnumerable<string> except) =>
            value.Length >= Shortest && Mention.In(dream.Opening, value) && !Mention.In(literal, value) && !except.Any(a => Mention.In(a, value));

        for (var i = 0; i < contract.Slots.Length; i++)
        {
            var slot = contract.Slots[i];
            var why = slot.Knowledge switch
            {
                Knowledge.Hidden => "hides",
                Knowledge.Unknown => "does not know",
                _ => Withheld(dream, slot) ? "withholds" : null,
            };
            if (why is not null && texts[i] is { } own && Named(own, told))
                leaks.Add($"The opening names the value of '{slot.Member.Name}', which the user {why}.");
            if (slot.Knowledge == Knowledge.Unknown && dream.Spoken.ContainsKey(slot.Member.Name))
                leaks.Add($"The user would tell '{slot.Member.Name}', which they do not know.");
            if (foreign.Candidates(i, dream.Opening).FirstOrDefault(v => v != texts[i] && Named(v, dreamed)) is { } other)
                leaks.Add($"The opening names '{other}', which is a fact of another instance ('{slot.Member.Name}').");
        }

        return leaks.ToImmutable();
    }

    /// <summary>The values that the user says openly.</summary>
    private static List<string> Told(Dream dream, ScenarioContract contract, ImmutableArray<string?> texts)
    {
        var told = new List<string>();
        for (var i = 0; i < contract.Slots.Length; i++)
            if (contract.Slots[i].Knowledge == Knowledge.Open && !Withheld(dream, contract.Slots[i]) && texts[i] is { } text)
                told.AddRange([text, dream.Spoken.GetValueOrDefault(contract.Slots[i].Member.Name, text)]);
        return told;
    }

    /// <summary>The values that operators make the user say.</summary>
    private static IEnumerable<string> Dreamed(Dream dream) => dream.Skeleton.Operators.Select(o => o switch
    {
        ChangeOfMind change => change.First,
        TwoReadings readings => readings.Other,
        _ => null,
    }).OfType<string>();

    private static bool Withheld(Dream dream, SlotContract slot) => dream.Skeleton.Operators.OfType<Withhold>().Any(w => w.Slot == slot.Member.Name);
}
