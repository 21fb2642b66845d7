using System.Collections.Frozen;

namespace Dreaming.Agents.Language;

/// <summary>The words that a domain's own declarations use. A slip of the keyboard is read as the word it is one letter away from.</summary>
internal sealed class Vocabulary
{
    private const int LeastLengthForSlips = 5;

    private readonly FrozenSet<string> _stems;
    private readonly FrozenDictionary<string, string> _slips;

    public Vocabulary(IEnumerable<string> texts)
    {
        var stems = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
            foreach (var word in Words.Of(text))
                if (!Words.IsStop(word.Stem) && word.Stem.All(char.IsLetter))
                    stems.Add(word.Stem);
        var slips = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var stem in stems)
            if (stem.Length >= LeastLengthForSlips)
                foreach (var shorter in Deletions(stem))
                    slips.TryAdd(shorter, stem);
        _stems = stems.ToFrozenSet(StringComparer.Ordinal);
        _slips = slips.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public bool Contains(string stem) => _stems.Contains(stem);

    /// <summary>The word of the vocabulary that a stem is, or is one slip away from; null when there is none.</summary>
    public string? Resolve(string stem)
    {
        if (_stems.Contains(stem))
            return stem;
        if (stem.Length < LeastLengthForSlips - 1)
            return null;
        if (_slips.TryGetValue(stem, out var missing))
            return missing;
        foreach (var shorter in Deletions(stem))
            if (shorter.Length >= LeastLengthForSlips && _stems.Contains(shorter))
                return shorter;
        if (stem.Length >= LeastLengthForSlips)
            foreach (var shorter in Deletions(stem))
                if (_slips.TryGetValue(shorter, out var changed))
                    return changed;
        return null;
    }

    private static IEnumerable<string> Deletions(string word)
    {
        for (var i = 0; i < word.Length; i++)
            yield return word.Remove(i, 1);
    }
}
