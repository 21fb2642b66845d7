using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dreaming.Generators.Parsing;

/// <summary>Values as JSON.</summary>
internal static class JsonLiteral
{
    private static readonly Regex NumberForm = new(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant);

    public static bool IsNumber(string text) => NumberForm.IsMatch(text);

    public static string Text(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                json.Append('\\').Append(c);
            else if (c < ' ')
                json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                json.Append(c);
        }

        return json.Append('"').ToString();
    }
}
