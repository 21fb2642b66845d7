using System.Text.Json;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Follows the references of a JSON Schema inside of one document.</summary>
/// <param name="root">The document.</param>
internal sealed class SchemaReferences(JsonElement root)
{
    private const int MostSteps = 16;

    /// <summary>What stands behind references, and behind an allOf of one schema; null when there is nothing, or no end.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="path">The last reference on the way; null when there was none.</param>
    public JsonElement? Follow(JsonElement schema, out string? path)
    {
        path = null;
        for (var steps = 0; steps < MostSteps; steps++)
        {
            if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("allOf", out var all) && all.ValueKind == JsonValueKind.Array && all.GetArrayLength() == 1)
                schema = all[0];
            if (schema.Text("$ref") is not { } next)
                return schema;
            path = next;
            if (!next.StartsWith('#') || Find(next) is not { } found)
                return null;
            schema = found;
        }

        return null;
    }

    /// <summary>What a type is called after the path that leads to it.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>A schema with all that it may refer to: two that are equal in this are the same type.</summary>
    public string Identity(JsonElement schema)
    {
        var text = schema.GetRawText();
        if (!text.Contains("$ref", StringComparison.Ordinal))
            return text;
        foreach (var name in new[] { "$defs", "definitions", "components" })
            if (root.TryGetProperty(name, out var definitions))
                text += definitions.GetRawText();
        return text;
    }

    private JsonElement? Find(string path)
    {
        var at = root;
        foreach (var step in path.Split('/').Skip(1).Select(s => Uri.UnescapeDataString(s).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
                return null;
        return at;
    }
}
