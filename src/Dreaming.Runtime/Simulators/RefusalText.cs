using System.Text.Json;

namespace Dreaming.Simulators;

/// <summary>The words of a refusal, with the values of this one call taken out, so that the refusal of another call can be said in them.</summary>
internal sealed record RefusalText(string Words)
{
    // Shorter values stand in words by chance.
    private const int Shortest = 3;

    /// <summary>The words for another call; null when they name something that it does not have.</summary>
    public string? Say(JsonElement arguments, string? culprit)
    {
        var text = Words;
        foreach (var (name, value) in Values(arguments, culprit))
            text = text.Replace(name, value, StringComparison.Ordinal);
        return text.Contains('\u0001', StringComparison.Ordinal) ? null : text;
    }

    /// <param name="text">What was said.</param>
    /// <param name="arguments">The arguments of the call that was refused.</param>
    /// <param name="culprit">The one of several ids that it was refused for; null when there is none.</param>
    public static RefusalText Of(string text, JsonElement arguments, string? culprit)
    {
        foreach (var (name, value) in Values(arguments, culprit).OrderByDescending(v => v.Value.Length))
            text = text.Replace(value, name, StringComparison.Ordinal);
        return new(text);
    }

    private static IEnumerable<(string Name, string Value)> Values(JsonElement arguments, string? culprit)
    {
        if (culprit is { Length: >= Shortest })
            yield return ("\u0001culprit\u0001", culprit);
        if (arguments.ValueKind == JsonValueKind.Object)
            foreach (var argument in arguments.EnumerateObject())
                if (argument.Value.ValueKind == JsonValueKind.String && argument.Value.GetString() is { Length: >= Shortest } value)
                    yield return ($"\u0001{argument.Name}\u0001", value);
    }
}
