using System.Text.Json;

namespace Dreaming.Cli.Scaffolding;

/// <summary>What a schema says that no type and no attribute can repeat.</summary>
internal static class SchemaRemainder
{
    private static readonly string[] Unexpressed =
    [
        "contains", "dependentRequired", "dependentSchemas", "else", "if", "maxContains", "maxProperties", "minContains", "minProperties", "multipleOf",
        "patternProperties", "prefixItems", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties",
    ];

    public static void Note(JsonElement schema, string place, Action<string, string> note)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return;
        foreach (var keyword in Unexpressed)
            if (schema.TryGetProperty(keyword, out var value) && value.ValueKind != JsonValueKind.False)
                note(place, $"'{keyword}' is not enforced");
        if (schema.TryGetProperty("not", out _) && (SchemaDenied.Of(schema) is null || !(schema.Text("type") is "string" or "integer" or "number" || schema.TryGetProperty("enum", out _))))
            note(place, "'not' is not enforced");
        if (schema.TryGetProperty("allOf", out var all) && all.ValueKind == JsonValueKind.Array && all.GetArrayLength() > 1)
            note(place, "'allOf' of several schemas is not enforced");
        if (schema.TryGetProperty("properties", out _) && schema.TryGetProperty("additionalProperties", out var rest) && rest.ValueKind is JsonValueKind.True or JsonValueKind.Object)
            note(place, "members beyond those described are refused, which the schema allows");
    }
}
