using System.Text.Json;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Alternatives of a JSON Schema that a member tells apart.</summary>
/// <param name="Discriminator">The member's name.</param>
/// <param name="Cases">The alternatives.</param>
internal sealed record SchemaUnion(string Discriminator, IReadOnlyList<SchemaCase> Cases)
{
    /// <summary>The union that some alternatives are; null when nothing tells each of them from all others.</summary>
    /// <param name="schema">The schema around them, which may name the discriminator as OpenAPI does.</param>
    /// <param name="alternatives">The alternatives.</param>
    /// <param name="references">Follows references.</param>
    public static SchemaUnion? Of(JsonElement schema, IReadOnlyList<JsonElement> alternatives, SchemaReferences references)
    {
        var records = new List<(JsonElement Schema, string? Path)>();
        foreach (var alternative in alternatives)
        {
            if (references.Follow(alternative, out var path) is not { ValueKind: JsonValueKind.Object } record || !record.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
                return null;
            records.Add((record, path));
        }

        if (records.Count < 2)
            return null;
        var named = schema.TryGetProperty("discriminator", out var declared) ? declared.Text("propertyName") : null;
        var candidates = named is not null ? [named] : records[0].Schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).ToList();
        foreach (var candidate in candidates)
        {
            var cases = records.Select(r => new SchemaCase(r.Schema, r.Path, Tag(r.Schema, candidate) ?? (named is null ? null : Mapped(declared, r.Path)) ?? "")).ToList();
            if (cases.All(c => c.Tag.Length > 0) && cases.Select(c => c.Tag).Distinct(StringComparer.Ordinal).Count() == cases.Count)
                return new SchemaUnion(candidate, cases);
        }

        return null;
    }

    // The one text that a member can have.
    private static string? Tag(JsonElement record, string member)
    {
        if (!record.GetProperty("properties").TryGetProperty(member, out var schema) || schema.ValueKind != JsonValueKind.Object)
            return null;
        return schema.Text("const")
            ?? (schema.TryGetProperty("enum", out var choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() == 1 && choices[0].ValueKind == JsonValueKind.String ? choices[0].GetString() : null);
    }

    // OpenAPI: the text that is mapped to the reference, and where there is none the name of what it refers to.
    private static string? Mapped(JsonElement discriminator, string? path)
    {
        if (path is null)
            return null;
        if (discriminator.TryGetProperty("mapping", out var mapping) && mapping.ValueKind == JsonValueKind.Object)
            foreach (var entry in mapping.EnumerateObject())
                if (entry.Value.ValueKind == JsonValueKind.String && (entry.Value.GetString() == path || entry.Value.GetString() == SchemaReferences.NameOf(path)))
                    return entry.Name;
        return SchemaReferences.NameOf(path);
    }
}

/// <summary>One alternative.</summary>
/// <param name="Schema">Its schema.</param>
/// <param name="Path">The reference that led to it; null when it stands where it is.</param>
/// <param name="Tag">The discriminator's text.</param>
internal sealed record SchemaCase(JsonElement Schema, string? Path, string Tag);
