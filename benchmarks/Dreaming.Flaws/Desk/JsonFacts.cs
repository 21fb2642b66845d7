using System.Globalization;
using System.Text.Json;

namespace Dreaming.Flaws.Desk;

/// <summary>Facts out of a tool's result. What is missing or of another kind is null, false or empty.</summary>
public static class JsonFacts
{
    /// <summary>A text.</summary>
    /// <param name="from">An object.</param>
    /// <param name="name">The member's name.</param>
    public static string? Text(this JsonElement from, string name) => Member(from, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A whole number.</summary>
    /// <param name="from">An object.</param>
    /// <param name="name">The member's name.</param>
    public static int? Whole(this JsonElement from, string name) =>
        Member(from, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole) ? whole : null;

    /// <summary>Whether something is said to be so.</summary>
    /// <param name="from">An object.</param>
    /// <param name="name">The member's name.</param>
    public static bool Is(this JsonElement from, string name) => Member(from, name) is { ValueKind: JsonValueKind.True };

    /// <summary>A day.</summary>
    /// <param name="from">An object.</param>
    /// <param name="name">The member's name.</param>
    public static DateOnly? Day(this JsonElement from, string name) =>
        DateOnly.TryParseExact(from.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The entries of a list.</summary>
    /// <param name="from">An object.</param>
    /// <param name="name">The member's name.</param>
    public static ImmutableArray<JsonElement> Items(this JsonElement from, string name) =>
        Member(from, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static JsonElement? Member(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var member) ? member : null;
}
