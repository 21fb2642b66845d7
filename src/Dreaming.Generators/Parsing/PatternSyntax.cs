using System;
using System.Text.RegularExpressions;

namespace Dreaming.Generators.Parsing;

/// <summary>Whether a pattern parses and can be matched in time linear in the text.</summary>
internal static class PatternSyntax
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>Why a pattern cannot be used; null when it can.</summary>
    public static string? WhyNot(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException e)
        {
            return "it does not parse (" + e.Message.TrimEnd('.') + ")";
        }

        var inClass = false;
        for (var i = 0; i + 1 < pattern.Length; i++)
        {
            if (pattern[i] == '[' && !inClass)
            {
                inClass = true;
                i += pattern[i + 1] == '^' ? 1 : 0;
                // A bracket that comes first is a member of the class.
                i += i + 1 < pattern.Length && pattern[i + 1] == ']' ? 1 : 0;
            }
            else if (inClass)
            {
                i += pattern[i] == '\\' ? 1 : 0;
                inClass = pattern[i] != ']';
            }
            else if (pattern[i] == '\\')
            {
                if (pattern[i + 1] is (>= '1' and <= '9') or 'k')
                    return "a back-reference cannot be matched in linear time";
                if (pattern[i + 1] == 'G')
                    return "\\G has no meaning for a whole text";
                i++;
            }
            else if (pattern[i] == '(' && i + 2 < pattern.Length && pattern[i + 1] == '?' && IsNonLinear(pattern, i + 2))
            {
                return "look-around, atomic and conditional groups cannot be matched in linear time";
            }
        }

        return null;
    }

    /// <summary>Whether a pattern that can be used matches a whole text.</summary>
    public static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, Patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool IsNonLinear(string pattern, int at) =>
        pattern[at] is '=' or '!' or '>' or '('
        || (pattern[at] == '<' && at + 1 < pattern.Length && pattern[at + 1] is '=' or '!');
}
