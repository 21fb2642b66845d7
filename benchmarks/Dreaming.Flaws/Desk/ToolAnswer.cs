using System.Text.Json;

namespace Dreaming.Flaws.Desk;

/// <summary>How a tool answered.</summary>
public enum AnswerKind
{
    /// <summary>With a result.</summary>
    Result,

    /// <summary>With a result of which entries are missing.</summary>
    Partial,

    /// <summary>With something that breaks off.</summary>
    Unreadable,

    /// <summary>Not this time.</summary>
    Failed,

    /// <summary>Not until further notice.</summary>
    Down,

    /// <summary>With a no, on the merits.</summary>
    Refused,
}

/// <summary>What a tool answered, told from its text alone.</summary>
/// <param name="Kind">How.</param>
/// <param name="Text">The text.</param>
/// <param name="Json">The result; of no kind where there is none.</param>
public sealed record ToolAnswer(AnswerKind Kind, string Text, JsonElement Json)
{
    /// <summary>Reads an answer.</summary>
    /// <param name="text">What the tool returned.</param>
    public static ToolAnswer Read(string text)
    {
        if (text.AsSpan().TrimStart() is ['{' or '[', ..])
            return OfJson(text);
        if (!text.StartsWith("Error:", StringComparison.Ordinal))
            return new(AnswerKind.Refused, text, default);
        if (text.Contains("out of service", StringComparison.Ordinal))
            return new(AnswerKind.Down, text, default);
        return new(text.Contains("contract", StringComparison.Ordinal) || text.Contains("no tool", StringComparison.Ordinal) ? AnswerKind.Refused : AnswerKind.Failed, text, default);
    }

    private static ToolAnswer OfJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement.Clone();
            return new(json.Text("notice") is { } notice && notice.Contains("partial", StringComparison.Ordinal) ? AnswerKind.Partial : AnswerKind.Result, text, json);
        }
        catch (JsonException)
        {
            return new(AnswerKind.Unreadable, text, default);
        }
    }
}
