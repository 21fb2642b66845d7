using System.Globalization;
using System.Text;
using Dreaming.Reports.Html;

namespace Dreaming.Regressions;

/// <summary>Text of unknown origin as it may stand in a test's message: what would steer a terminal or hide words is shown instead.</summary>
internal static class PlainText
{
    private const int Longest = 2000;

    /// <summary>One line of at most 2,000 characters.</summary>
    public static string Line(string? text)
    {
        var safe = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (safe.Length > Longest)
                return safe.Append(" ...").ToString();
            if (rune.Value == '\n')
                safe.Append(" \u23CE ");
            else if (VisibleText.Hides(rune))
                safe.Append(CultureInfo.InvariantCulture, $"<{VisibleText.Name(rune)}>");
            else
                safe.Append(rune.ToString());
        }

        return safe.ToString();
    }
}
