using System.Text.Json;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Reads members of JSON objects that may be anything.</summary>
internal static class JsonElementText
{
    /// <summary>The text of a member; null when it is not there or no text.</summary>
    public static string? Text(this JsonElement on, string name) =>
        on.ValueKind == JsonValueKind.Object && on.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number as it is written; null when the member is not there or no number.</summary>
    public static decimal? Number(this JsonElement on, string name) =>
        on.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    /// <summary>A length; null when the member is not there or no length.</summary>
    public static int? Length(this JsonElement on, string name) =>
        on.Number(name) is { } number and >= 0 and <= int.MaxValue ? (int)number : null;
}
