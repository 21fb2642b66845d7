using System.Buffers;
using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Users;

/// <summary>The phrases by which a scenario's slots are asked for.</summary>
internal sealed class AskedPhrases
{
    private readonly ImmutableArray<SlotContract> _slots;
    private readonly ImmutableArray<Asked> _longestFirst;
    private readonly SearchValues<string> _any;

    /// <param name="slots">The scenario's slots.</param>
    public AskedPhrases(ImmutableArray<SlotContract> slots)
    {
        _slots = slots;
        // The longest first, so that "date of birth" does not also ask for a slot that "date" asks for.
        _longestFirst =
        [
            .. slots.SelectMany((slot, i) => slot.Asked.Select(phrase => new Asked(phrase, phrase + "s", i)))
                .OrderByDescending(a => a.Phrase.Length).ThenBy(a => a.Phrase, StringComparer.Ordinal),
        ];
        _any = SearchValues.Create([.. _longestFirst.Select(a => a.Phrase).Where(p => p.Length > 0)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The slots that a sentence asks for, by index, in the scenario's order.</summary>
    public ImmutableArray<int> In(string sentence)
    {
        if (!sentence.AsSpan().ContainsAny(_any))
            return [];
        var taken = new bool[sentence.Length];
        var asked = new SortedSet<int>();
        foreach (var (phrase, plural, slot) in _longestFirst)
        {
            Take(phrase, phrase, slot);
            Take(plural, phrase, slot);
        }

        return [.. asked];

        void Take(string form, string phrase, int slot)
        {
            for (var at = Phrases.Find(sentence, form, 0); at >= 0; at = Phrases.Find(sentence, form, at + 1))
            {
                var span = taken.AsSpan(at, form.Length);
                // A phrase of two slots asks for both.
                if (span.Contains(true) && !asked.Any(s => _slots[s].Asked.Contains(phrase)))
                    continue;
                span.Fill(true);
                asked.Add(slot);
            }
        }
    }

    private readonly record struct Asked(string Phrase, string Plural, int Slot);
}
