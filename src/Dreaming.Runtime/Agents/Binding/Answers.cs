using System.Text.RegularExpressions;
using Dreaming.Agents.Reading;

namespace Dreaming.Agents.Binding;

/// <summary>Reads what a user answers to a question when it is a bare value, or a name.</summary>
internal static partial class Answers
{
    private const int LongestBareAnswer = 80;

    /// <summary>The whole message as a value, without polite words around it; null when it says that it has none, or is too long for one.</summary>
    public static string? Bare(TextReading text)
    {
        var value = TextReading.UpToSentenceEnd(Polite().Replace(text.Text.Trim(), ""));
        if (value is null || value.Length > LongestBareAnswer || NoAnswer().IsMatch(text.Text))
            return null;
        var link = Link().Match(value);
        return link.Success ? value[(link.Index + link.Length)..].Trim() : value;
    }

    /// <summary>A person's name after "I'm", "my name is" or "this is"; its first or last part for slots that ask for one.</summary>
    public static string? NameIn(string text, Slot slot)
    {
        var match = Name().Match(text);
        if (!match.Success)
            return null;
        var parts = match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return slot.NameStems.Contains("first") ? parts[0]
            : slot.NameStems.Contains("last") || slot.NameStems.Contains("family") ? (parts.Length > 1 ? parts[^1] : null)
            : match.Groups[1].Value;
    }

    [GeneratedRegex(@"^(?:yes|sure|of course|certainly|ok|okay)[,.!]?\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Polite();

    [GeneratedRegex(@"\b(?:is|it's|are)\s+|:\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(?:don'?t know|not sure|no idea|don'?t have|can'?t remember)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoAnswer();

    [GeneratedRegex(@"\b(?:[Mm]y name is|[Mm]y name's|I'm|I am|[Tt]his is)\s+([A-Z][\p{L}'-]+(?:\s+[A-Z][\p{L}'-]+){0,3})", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
