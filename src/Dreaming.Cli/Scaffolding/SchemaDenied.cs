using System.Text.Json;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Values that a JSON Schema takes away with <c>not</c>.</summary>
internal static class SchemaDenied
{
    /// <summary>The values; null when there is no such list, or <c>not</c> says more than a list can.</summary>
    public static IReadOnlyList<JsonElement>? Of(JsonElement schema)
    {
        if (!schema.TryGetProperty("not", out var not) || not.ValueKind != JsonValueKind.Object || not.EnumerateObject().Any(p => p.Name is not ("enum" or "const")))
            return null;
        if (not.TryGetProperty("enum", out var values))
            return values.ValueKind == JsonValueKind.Array && !not.TryGetProperty("const", out _) ? [.. values.EnumerateArray()] : null;
        return not.TryGetProperty("const", out var only) ? [only] : null;
    }

    /// <summary>Whether a value is one of them.</summary>
    public static bool Holds(JsonElement schema, JsonElement value) => Of(schema)?.Any(d => JsonElement.DeepEquals(d, value)) == true;
}
