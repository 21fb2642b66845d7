using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Determinism;

namespace Dreaming.Dreams;

/// <summary>
/// Fills in the words of a skeleton: the user's opening from one of the scenario's templates, and what the user says for each slot when asked. A template that names a slot which the user
/// hides or does not know is never used; slips of the keyboard spare values. The same skeleton and seed give the same dream.
/// </summary>
/// <param name="domain">The domain.</param>
public sealed class DreamWriter(DomainManifest domain)
{
    /// <summary>Writes the dream.</summary>
    /// <param name="skeleton">What is dreamed.</param>
    /// <param name="seed">Decides the words here and later in the rollout.</param>
    /// <exception cref="ArgumentException">The domain has no such scenario, or none of its templates can open this dream.</exception>
    /// <exception cref="JsonException">The facts are no instance of the scenario.</exception>
    public Dream Write(Skeleton skeleton, Seed seed)
    {
        var contract = domain.FindScenario(skeleton.Scenario) ?? throw new ArgumentException($"The domain '{domain.Name}' has no scenario '{skeleton.Scenario}'.", nameof(skeleton));
        var openings = new Openings(contract, contract.Read(skeleton.Facts.ToUtf8()), skeleton);
        var usable = openings.Usable();
        if (usable.IsEmpty)
            throw new ArgumentException($"No template of the scenario '{contract.Id}' can open this dream: each names a slot that the user does not say at first.", nameof(skeleton));
        var own = seed.Derive(skeleton.Id);
        var random = own.Derive("words").ToRandom();
        return Write(contract, openings, skeleton, random.Pick(usable), random, own);
    }

    /// <summary>The dream in the words of one template.</summary>
    internal static Dream Write(ScenarioContract contract, Openings openings, Skeleton skeleton, int template, SeededRandom random, Seed seed)
    {
        var otherFirst = random.Chance(0.5);
        var rate = skeleton.Operators.OfType<Noise>().Select(n => n.Rate).DefaultIfEmpty(0).Max();
        // What is withheld goes first, so that only the template's own words are tidied: a value that says a word twice, as in "brand Brand A", arrives as it is.
        var sayable = openings.Words(template).Fill(words => KeyboardSlips.In(words, rate, random), slot => openings.IsWithheld(slot) ? openings.First(slot, otherFirst) : $"{{{slot}}}");
        if (skeleton.Operators.Any(o => o is Withhold))
            sayable = Tidy(sayable);
        var opening = Template.Parse(sayable).Fill(words => words, slot => openings.First(slot, otherFirst));
        var spoken = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < contract.Slots.Length; i++)
            if (openings.Spoken(i) is { } text)
                spoken.Add(contract.Slots[i].Member.Name, text);
        return new Dream
        {
            Id = IdOf(skeleton, opening, spoken.ToImmutable(), seed.Value),
            Skeleton = skeleton,
            Opening = opening,
            Spoken = spoken.ToImmutable(),
            Seed = seed.Value,
        };
    }

    /// <summary>The same words with another budget.</summary>
    internal static Dream WithBudget(Dream dream, int turns, int toolCalls)
    {
        var skeleton = SkeletonId.Seal(dream.Skeleton with { Turns = turns, ToolCalls = toolCalls });
        return dream with { Skeleton = skeleton, Id = IdOf(skeleton, dream.Opening, dream.Spoken, dream.Seed) };
    }

    private static string IdOf(Skeleton skeleton, string opening, ImmutableSortedDictionary<string, string> spoken, ulong seed) =>
        ContentId.Of(skeleton.Id, opening, JsonSerializer.Serialize(spoken), seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>A word that a withheld value leaves twice in a row, as in "my order order", is said once.</summary>
    private static string Tidy(string text)
    {
        var words = text.Split(' ');
        var kept = new List<string>(words.Length);
        foreach (var word in words)
        {
            if (kept.Count > 0 && kept[^1].Length > 0 && word.TrimEnd('.', ',', '?', '!').Equals(kept[^1], StringComparison.OrdinalIgnoreCase))
                kept[^1] = word;
            else
                kept.Add(word);
        }

        return string.Join(' ', kept);
    }
}
