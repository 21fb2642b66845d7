namespace Dreaming.Agents.Language;

/// <summary>A word of a text.</summary>
/// <param name="Stem">The word without its ending, lower case.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Denied">It is said not to be meant: "not the blue one".</param>
internal readonly record struct Word(string Stem, int Start, int Length, bool Denied);

/// <summary>Cuts texts and names into words.</summary>
internal static class Words
{
    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "is", "are", "was", "be", "it", "its", "that", "this", "or",
        "i", "im", "ive", "me", "my", "you", "your", "we", "our", "can", "could", "would", "will", "do", "does", "did", "have", "has", "had", "so", "if", "but",
        "what", "which", "who", "when", "where", "how", "there", "here", "please", "hi", "hello", "thank", "thanks", "just", "am", "one", "any", "some", "id",
    };

    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal) { "not", "instead", "rather" };

    /// <summary>The words of a text, with those that a "not" takes back marked until the clause ends.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>(text.Length / 6 + 1);
        var denied = false;
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                if (text[i] is '.' or ',' or ';' or '!' or '?' or '\n')
                    denied = false;
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
                i++;
            var lower = text[start..i].ToLowerInvariant();
            if (lower == "but")
                denied = false;
            words.Add(new Word(Stem(lower), start, i - start, denied));
            if (Denials.Contains(lower))
                denied = true;
        }

        return words;
    }

    /// <summary>The stems of a text that carry meaning, in order, without repetition.</summary>
    public static List<string> Content(string text)
    {
        var stems = new List<string>();
        foreach (var word in Of(text))
            if (!IsStop(word.Stem) && !stems.Contains(word.Stem))
                stems.Add(word.Stem);
        return stems;
    }

    /// <summary>It carries no meaning of its own.</summary>
    public static bool IsStop(string stem) => stem.Length < 2 || Stops.Contains(stem);

    /// <summary>The words of a name: <c>date_of_birth</c> and <c>DateOfBirth</c> are "date of birth".</summary>
    public static string OfName(string name)
    {
        var text = new System.Text.StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c is '_' or '-' or ' ')
                text.Append(' ');
            else if (char.IsUpper(c) && i > 0 && char.IsLower(name[i - 1]))
                text.Append(' ').Append(char.ToLowerInvariant(c));
            else
                text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    /// <summary>The one of the many: <c>item_ids</c> is <c>item_id</c>.</summary>
    public static string Singular(string name) =>
        name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y"
        : name.EndsWith("ses", StringComparison.Ordinal) || name.EndsWith("xes", StringComparison.Ordinal) ? name[..^2]
        : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1]
        : name;

    /// <summary>A word without its ending: enough to see that "refills" and "refill", "booked" and "booking" belong together.</summary>
    public static string Stem(string lower)
    {
        var word = lower.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
            word = word[..^3] + "y";
        else if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal))
            word = word[..^3];
        else if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal))
            word = word[..^2];
        else if (word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal))
            word = word[..^1];
        if (word.Length > 4 && word.EndsWith('e'))
            word = word[..^1];
        if (word.Length > 4 && word[^1] == word[^2] && char.IsLetter(word[^1]) && word[^1] is not ('l' or 's'))
            word = word[..^1];
        return word;
    }
}
