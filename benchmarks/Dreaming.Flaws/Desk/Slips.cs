using System.Text.RegularExpressions;

namespace Dreaming.Flaws.Desk;

/// <summary>Finds words in text, as they are or with a slip of the keyboard: two letters swapped, one left out, one struck twice.</summary>
public static partial class Slips
{
    private const int Shortest = 4;

    /// <summary>Whether a text has a word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="word">The word, in small letters.</param>
    public static bool Has(string text, string word)
    {
        foreach (var match in Words().EnumerateMatches(text))
            if (IsSlipOf(text.AsSpan(match.Index, match.Length), word))
                return true;
        return false;
    }

    private static bool IsSlipOf(ReadOnlySpan<char> written, string word)
    {
        if (written.Equals(word, StringComparison.OrdinalIgnoreCase))
            return true;
        if (word.Length < Shortest || Math.Abs(written.Length - word.Length) > 1)
            return false;
        var same = 0;
        while (same < written.Length && same < word.Length && char.ToLowerInvariant(written[same]) == word[same])
            same++;
        // The first letter stays, and so does the last.
        if (same == 0)
            return false;
        var rest = word.AsSpan(same);
        if (written.Length < word.Length)
            return same < word.Length - 1 && Ends(written[same..], rest[1..]);
        if (written.Length > word.Length)
            return char.ToLowerInvariant(written[same]) == word[same - 1] && Ends(written[(same + 1)..], rest);
        return rest.Length > 1 && char.ToLowerInvariant(written[same]) == rest[1] && char.ToLowerInvariant(written[same + 1]) == rest[0] && Ends(written[(same + 2)..], rest[2..]);
    }

    private static bool Ends(ReadOnlySpan<char> written, ReadOnlySpan<char> rest) => written.Equals(rest, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
