namespace Dreaming.Dreams;

/// <summary>Whether a text names a value: as whole words, whatever the letter case.</summary>
internal static class Mention
{
    public static bool In(string text, string value)
    {
        if (value.Length == 0)
            return false;
        for (var at = 0; (at = text.IndexOf(value, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
            if (Free(text, at - 1, value[0]) && Free(text, at + value.Length, value[^1]))
                return true;
        return false;
    }

    private static bool Free(string text, int beside, char edge) =>
        beside < 0 || beside >= text.Length || !char.IsLetterOrDigit(edge) || !char.IsLetterOrDigit(text[beside]);
}
