using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Dreaming.Generators.Parsing;

/// <summary>Turns names of one convention into another.</summary>
internal static class Naming
{
    /// <summary><c>DaysSupply</c> becomes <c>days_supply</c>, <c>URLOf2</c> becomes <c>url_of2</c>.</summary>
    public static string Snake(string name) => string.Join("_", Words(name));

    /// <summary><c>DaysSupply</c> becomes <c>days-supply</c>.</summary>
    public static string Kebab(string name) => string.Join("-", Words(name));

    /// <summary><c>BirthDate</c> becomes <c>birth date</c>.</summary>
    public static string Phrase(string name) => string.Join(" ", Words(name));

    /// <summary><c>refill-desk</c> becomes <c>RefillDesk</c>.</summary>
    public static string Pascal(string kebab)
    {
        var text = new StringBuilder();
        var upper = true;
        foreach (var c in kebab)
        {
            if (!char.IsLetterOrDigit(c))
            {
                upper = true;
                continue;
            }

            if (text.Length == 0 && char.IsDigit(c))
                text.Append('_');
            text.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return text.Length == 0 ? "Unnamed" : text.ToString();
    }

    /// <summary>An assembly's name as a namespace.</summary>
    public static string Namespace(string assembly) => string.Join(".", assembly.Split('.').Select(Pascal));

    private static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            var starts = char.IsUpper(c) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if ((starts || c == '_') && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (c != '_')
                word.Append(char.ToLowerInvariant(c));
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    /// <summary>Whether a name is snake_case of at most 64 characters.</summary>
    public static bool IsSnake(string name) =>
        name.Length is > 0 and <= 64 && name[0] is >= 'a' and <= 'z' && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');
}
