using System.Collections.Immutable;
using System.Text;

namespace Dreaming.Audits;

/// <summary>
/// A text reduced to its letters and digits in lower case, that knows where words begin and end. "PT-100001", "pt 100001" and "PT100001" are the same in it. Passages can be covered: what
/// lies wholly in them is not found any more.
/// </summary>
internal sealed class SquashedText
{
    private readonly string _letters;
    private readonly ImmutableArray<(int From, int To)> _words;
    private readonly bool[] _covered;

    public SquashedText(string text)
    {
        var letters = new StringBuilder(text.Length);
        var words = ImmutableArray.CreateBuilder<(int, int)>();
        for (var at = 0; at < text.Length;)
        {
            var from = letters.Length;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
                letters.Append(char.ToLowerInvariant(text[at++]));
            if (letters.Length > from)
                words.Add((from, letters.Length));
            else
                at++;
        }

        _letters = letters.ToString();
        _words = words.ToImmutable();
        _covered = new bool[_letters.Length];
    }

    /// <summary>A value in the form in which it is looked for.</summary>
    public static string Squash(string value) => new SquashedText(value)._letters;

    /// <summary>How many words a text has.</summary>
    public static int Words(string value) => new SquashedText(value)._words.Length;

    /// <summary>Whether a squashed value stands in the text as whole words, not covered.</summary>
    public bool Names(string squashed) => Find(squashed).Any(at => _covered.AsSpan(at, squashed.Length).Contains(false));

    /// <summary>Covers a squashed value wherever it stands as whole words.</summary>
    public void Cover(string squashed)
    {
        foreach (var at in Find(squashed))
            _covered.AsSpan(at, squashed.Length).Fill(true);
    }

    /// <summary>What stands in the text as whole words, of a set of squashed values, not covered. The longest first of those that begin with the same word.</summary>
    /// <param name="isValue">Whether a squashed text is one of the values.</param>
    /// <param name="longest">The most words that a value has.</param>
    public IEnumerable<string> Among(Func<string, bool> isValue, int longest)
    {
        for (var first = 0; first < _words.Length; first++)
            for (var last = Math.Min(_words.Length, first + longest) - 1; last >= first; last--)
            {
                var (from, to) = (_words[first].From, _words[last].To);
                if (to - from >= InstanceValues.Shortest && _covered.AsSpan(from, to - from).Contains(false) && _letters[from..to] is var found && isValue(found))
                    yield return found;
            }
    }

    private IEnumerable<int> Find(string squashed)
    {
        if (squashed.Length == 0)
            yield break;
        for (var at = _letters.IndexOf(squashed, StringComparison.Ordinal); at >= 0; at = _letters.IndexOf(squashed, at + 1, StringComparison.Ordinal))
            if (_words.Any(w => w.From == at) && _words.Any(w => w.To == at + squashed.Length))
                yield return at;
    }
}
