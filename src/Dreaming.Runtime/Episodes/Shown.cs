using System.Globalization;
using System.Text;

namespace Dreaming.Episodes;

/// <summary>Untrusted text as it may stand in a message for people: short, on one line, without control characters.</summary>
internal static class Shown
{
    private const int Most = 80;

    public static string Of(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= Most)
                return shown.Append("...").ToString();
            if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                shown.Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
            else
                shown.Append(rune);
        }

        return shown.ToString();
    }
}
