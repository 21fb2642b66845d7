namespace Dreaming.Users;

/// <summary>Finds phrases in text as whole words, whatever their case.</summary>
internal static class Phrases
{
    /// <summary>Whether the phrase stands in the text by itself.</summary>
    public static bool Has(string text, string phrase) => Find(text, phrase, 0) >= 0;

    /// <summary>Whether the phrase stands by itself at the beginning of the text.</summary>
    public static bool Begins(string text, string phrase) =>
        phrase.Length > 0 && text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && IsEdge(text, phrase.Length, phrase[^1]);

    /// <summary>Where the phrase stands by itself, from a position on; -1 when it does not.</summary>
    public static int Find(string text, string phrase, int from)
    {
        if (phrase.Length == 0)
            return -1;
        for (var at = text.IndexOf(phrase, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
            if (IsEdge(text, at - 1, phrase[0]) && IsEdge(text, at + phrase.Length, phrase[^1]))
                return at;
        return -1;
    }

    // A phrase that itself begins or ends with a mark needs no gap there.
    private static bool IsEdge(string text, int outside, char inside) =>
        outside < 0 || outside >= text.Length || !char.IsLetterOrDigit(inside) || !char.IsLetterOrDigit(text[outside]);
}
