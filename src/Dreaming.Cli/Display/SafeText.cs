using System.Globalization;
using System.Text;

namespace Dreaming.Cli.Display;

/// <summary>Makes text of unknown origin harmless on a terminal: what would steer it is shown instead of obeyed.</summary>
internal static class SafeText
{
    /// <summary>One line: line breaks are shown as <c>⏎</c>, every other control or invisible formatting character as an escape.</summary>
    public static string Line(string? text) => Escape(text ?? "", keepLines: false);

    /// <summary>Several lines: as <see cref="Line"/>, but line breaks stay.</summary>
    public static string Block(string? text) => Escape(text ?? "", keepLines: true);

    private static string Escape(string text, bool keepLines)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
                safe.Append(keepLines ? "\n" : " ⏎ ");
            else if (Steers(rune))
                safe.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else
                safe.Append(rune.ToString());
        }

        return safe.ToString();
    }

    private static bool Steers(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
}
