using System.Buffers;

namespace Dreaming.Users;

/// <summary>Phrases of one meaning. A text without any of them is passed over in one search.</summary>
internal sealed class PhraseSet(params string[] phrases)
{
    private readonly SearchValues<string> _any = SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether any of the phrases stands in the text by itself, see <see cref="Phrases.Has"/>.</summary>
    public bool IsIn(string text)
    {
        if (!text.AsSpan().ContainsAny(_any))
            return false;
        foreach (var phrase in phrases)
            if (Phrases.Has(text, phrase))
                return true;
        return false;
    }

    /// <summary>Whether any of the phrases stands by itself at the beginning of the text.</summary>
    public bool Begins(string text)
    {
        foreach (var phrase in phrases)
            if (Phrases.Begins(text, phrase))
                return true;
        return false;
    }
}
