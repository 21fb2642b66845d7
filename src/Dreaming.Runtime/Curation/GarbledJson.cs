using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dreaming.Curation;

/// <summary>Finds what follows the name of a member in text that is not quite JSON: cut short, or garbled.</summary>
internal static class GarbledJson
{
    /// <summary>The values that follow sensitive names, in the order of the text.</summary>
    public static IEnumerable<(string Member, string Value)> In(string text, SensitiveMembers members)
    {
        if (members.Names.Count == 0)
            yield break;
        foreach (Match match in Pattern(members).Matches(text))
            if (Value(match) is { Length: > 0 } value && value != "null")
                yield return (match.Groups["name"].Value, value);
    }

    /// <summary>The text with those values replaced where they stand.</summary>
    public static string Replace(string text, SensitiveMembers members, Func<string, string> pseudonym)
    {
        if (members.Names.Count == 0)
            return text;
        return Pattern(members).Replace(text, match =>
        {
            if (Value(match) is not { Length: > 0 } value || value == "null")
                return match.Value;
            var group = match.Groups["bare"].Success ? match.Groups["bare"] : match.Groups["text"];
            return string.Concat(match.Value.AsSpan(0, group.Index - match.Index), pseudonym(value), match.Value.AsSpan(group.Index - match.Index + group.Length));
        });
    }

    private static Regex Pattern(SensitiveMembers members)
    {
        var names = string.Join('|', members.Names.Order(StringComparer.Ordinal).Select(Regex.Escape));
        return new Regex($"\"(?<name>{names})\"\\s*:\\s*(?:\"(?<text>(?:[^\"\\\\]|\\\\.)*)|(?<bare>[^\\s\",\\[\\]{{}}]+))", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    private static string Value(Match match)
    {
        if (match.Groups["bare"].Success)
            return match.Groups["bare"].Value;
        var text = match.Groups["text"].Value;
        try
        {
            using var document = JsonDocument.Parse($"\"{text}\"");
            return document.RootElement.GetString()!;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return text;
        }
    }
}
