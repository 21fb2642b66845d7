using System.Text;
using System.Text.RegularExpressions;

namespace Dreaming.Agents.Language;

/// <summary>How the values of a text member look: by its pattern, or by what its examples have in common with it.</summary>
internal sealed class Shape
{
    private readonly Regex _whole;

    private Shape(string pattern) =>
        _whole = new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>The shape of a member's values; null when neither a pattern nor an example with digits or punctuation tells.</summary>
    public static Shape? Of(string? pattern, IEnumerable<string> examples)
    {
        var source = pattern;
        if (source is null)
        {
            var shapes = examples.Where(Tells).Select(FromExample).Distinct(StringComparer.Ordinal).ToList();
            if (shapes.Count == 0)
                return null;
            source = string.Join('|', shapes);
        }

        try
        {
            return new Shape(source);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // A pattern that this engine cannot run tells nothing; the contract still checks every value.
            return null;
        }
    }

    public bool Fits(string text) => _whole.IsMatch(text);

    private static bool Tells(string example) => !example.Contains(' ') && example.Any(c => char.IsDigit(c) || c is '_' or '@' or '#');

    private static string FromExample(string example)
    {
        if (example.Contains('@'))
            return @"[^@\s]+@[^@\s]+\.[A-Za-z]+";
        var pattern = new StringBuilder();
        for (var i = 0; i < example.Length;)
        {
            var c = example[i];
            var run = i;
            if (char.IsDigit(c))
            {
                while (run < example.Length && char.IsDigit(example[run]))
                    run++;
                pattern.Append("[0-9]{").Append(run - i).Append('}');
            }
            else if (char.IsLower(c))
            {
                while (run < example.Length && char.IsLower(example[run]))
                    run++;
                pattern.Append("[a-z]+");
            }
            else
            {
                run = i + 1;
                pattern.Append(Regex.Escape(c.ToString()));
            }

            i = run;
        }

        return pattern.ToString();
    }
}
