using System.Collections.Frozen;
using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Dreams;

/// <summary>The values that the instances of a scenario have, slot by slot, found by the first word of each: a text is searched for all of them at the cost of its own words.</summary>
internal sealed class Vocabulary
{
    private readonly ImmutableArray<FrozenDictionary<string, ImmutableArray<string>>> _slots;

    private Vocabulary(ImmutableArray<FrozenDictionary<string, ImmutableArray<string>>> slots) => _slots = slots;

    public static Vocabulary Of(ScenarioContract contract, IReadOnlyCollection<ImmutableArray<string?>> instances) => new(
    [
        .. Enumerable.Range(0, contract.Slots.Length).Select(slot => instances
            .Select(texts => texts[slot])
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)
            .GroupBy(FirstWord, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Key.Length > 0)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.OrdinalIgnoreCase)),
    ]);

    /// <summary>The values of a slot that may stand in a text, in ordinal order; all that do are among them.</summary>
    public IEnumerable<string> Candidates(int slot, string text) =>
        Words(text).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(w => _slots[slot].GetValueOrDefault(w, [])).Order(StringComparer.Ordinal);

    private static string FirstWord(string value) => Words(value).FirstOrDefault("");

    private static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
                at++;
            if (at > start)
                yield return text[start..at];
        }
    }
}
