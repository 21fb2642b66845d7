using System;
using System.Linq;

namespace Dreaming.Generators.Parsing;

/// <summary>What a pattern provably leaves room for. What is not understood is never refused.</summary>
internal static class PatternRoom
{
    private static readonly string[] EmptyClasses = ["[^\\s\\S]", "[^\\S\\s]", "[^\\d\\D]", "[^\\D\\d]", "[^\\w\\W]", "[^\\W\\w]"];

    /// <summary>Why a pattern matches no text; null when it does, or when nothing can be said.</summary>
    public static string? WhyEmpty(string pattern)
    {
        // With alternatives, another one may match.
        if (pattern.IndexOf('|') >= 0)
            return null;
        if (EmptyClasses.FirstOrDefault(c => IsNeeded(pattern, c)) is { } empty)
            return $"{empty} holds no character";
        var (shortest, longest) = PatternSampler.Sample(pattern);
        return shortest is not null && longest is not null && HasAnchorInside(pattern) && !PatternSyntax.Matches(pattern, shortest) && !PatternSyntax.Matches(pattern, longest)
            ? "an anchor stands where no text begins or ends"
            : null;
    }

    /// <summary>The length in characters of the shortest text that matches; null when nothing can be said.</summary>
    public static int? Shortest(string pattern) =>
        PatternSampler.Sample(pattern).Shortest is { } text && PatternSyntax.Matches(pattern, text) ? text.Length - text.Count(char.IsLowSurrogate) : null;

    private static bool IsNeeded(string pattern, string @class)
    {
        var at = pattern.IndexOf(@class, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && pattern[at - 1] == '\\') || pattern.IndexOf('(') >= 0)
            return false;
        var after = at + @class.Length;
        return after == pattern.Length || (pattern[after] is not ('*' or '?') && !pattern.Substring(after).StartsWith("{0", StringComparison.Ordinal));
    }

    private static bool HasAnchorInside(string pattern) =>
        pattern.IndexOf('(') < 0 && pattern.IndexOf('[') < 0 && pattern.IndexOf('\\') < 0 && (pattern.LastIndexOf('^') > 0 || (pattern.IndexOf('$') is var end and >= 0 && end < pattern.Length - 1));
}
