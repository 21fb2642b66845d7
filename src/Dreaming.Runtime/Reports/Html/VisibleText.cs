using System.Globalization;
using System.Text;

namespace Dreaming.Reports.Html;

/// <summary>Tells characters that can be shown from those that hide, reorder or break text.</summary>
internal static class VisibleText
{
    /// <summary>Whether a reader would not see the character, or see something else because of it. Line feed, tab and the joiners that scripts and emoji need are fine.</summary>
    public static bool Hides(Rune rune) => rune.Value switch
    {
        '\n' or '\t' or 0x200C or 0x200D => false,
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or 0x2800 => true,
        var value when (value & 0xFFFE) == 0xFFFE => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
    };

    /// <summary>The character's number, for a reader: <c>U+202E</c>.</summary>
    public static string Name(Rune rune) => "U+" + rune.Value.ToString("X4", CultureInfo.InvariantCulture);
}
