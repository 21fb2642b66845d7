using System.Text.RegularExpressions;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Patterns of JSON Schema, which match a part of a text, as patterns that match the whole.</summary>
internal static class SchemaPattern
{
    private const string Anything = @"[\s\S]*";

    /// <summary>Whether a pattern matches a whole text.</summary>
    public static bool Matches(string whole, string text) => Regex.IsMatch(text, $@"\A(?:{whole})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The pattern for a whole text; null when it does not parse or cannot be matched in linear time.</summary>
    public static string? Whole(string pattern)
    {
        var anchored = pattern.StartsWith('^') && pattern.EndsWith('$') && !pattern.EndsWith(@"\$", StringComparison.Ordinal) && !pattern.Contains('|', StringComparison.Ordinal);
        var whole = anchored ? pattern[1..^1] : $"{Anything}(?:{pattern}){Anything}";
        try
        {
            _ = new Regex($@"\A(?:{whole})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return whole;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
