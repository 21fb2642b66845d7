namespace Dreaming.Contracts;

/// <summary>Which ASCII characters a class of a plain pattern takes.</summary>
internal static class AsciiClass
{
    private const int Alphabet = 128;

    public static bool[] Of(Func<char, bool> takes) => [.. Enumerable.Range(0, Alphabet).Select(c => takes((char)c))];

    /// <summary>Reads the class whose bracket stands before a place, and moves behind it; null when it is not plain.</summary>
    public static bool[]? Read(string pattern, ref int at)
    {
        var negated = at < pattern.Length && pattern[at] == '^';
        at += negated ? 1 : 0;
        var taken = new bool[Alphabet];
        for (var first = true; at < pattern.Length; first = false)
        {
            if (pattern[at] == ']' && !first)
            {
                at++;
                return negated ? [.. taken.Select(t => !t)] : taken;
            }

            // A bracket inside of a class is literal or, behind a minus, a subtraction: neither is common enough to matter.
            if (pattern[at] is '[' or ']' || ReadItem(pattern, ref at) is not { } item)
                return null;
            if (at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']')
            {
                at++;
                if (pattern[at] == '[' || ReadItem(pattern, ref at) is not { } last || item.Count(t => t) != 1 || last.Count(t => t) != 1)
                    return null;
                var (from, to) = (Array.IndexOf(item, true), Array.IndexOf(last, true));
                if (from > to)
                    return null;
                item = Of(c => c >= from && c <= to);
            }

            for (var i = 0; i < Alphabet; i++)
                taken[i] |= item[i];
        }

        return null;
    }

    /// <summary>Reads the escape whose backslash stands before a place, and moves behind it; null when it is not plain.</summary>
    public static bool[]? ReadEscape(string pattern, ref int at)
    {
        if (at >= pattern.Length)
            return null;
        var escape = pattern[at++];
        return escape switch
        {
            'd' => Of(char.IsAsciiDigit),
            'D' => Of(c => !char.IsAsciiDigit(c)),
            'w' => Of(IsWord),
            'W' => Of(c => !IsWord(c)),
            's' => Of(char.IsWhiteSpace),
            'S' => Of(c => !char.IsWhiteSpace(c)),
            't' => Of(c => c == '\t'),
            'n' => Of(c => c == '\n'),
            'r' => Of(c => c == '\r'),
            < (char)128 when !char.IsAsciiLetterOrDigit(escape) && escape != '_' => Of(c => c == escape),
            _ => null,
        };
    }

    private static bool[]? ReadItem(string pattern, ref int at)
    {
        var character = pattern[at++];
        return character switch
        {
            '\\' => ReadEscape(pattern, ref at),
            < (char)128 => Of(c => c == character),
            _ => null,
        };
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
