using System.Text.Json;

namespace Dreaming.Cli.Scaffolding;

/// <summary>What a schema says that no type and no attribute can repeat.</summary>
internal static class SchemaRemainder
{
    private static readonly string[] Unexpressed =
    [
        "contains", "contentEncoding", "dependentRequired", "dependentSchemas", "else", "if", "maxContains", "maxProperties", "minContains", "minProperties", "multipleOf", "not",
        "patternProperties", "prefixItems", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties", "uniqueItems",
    ];

    public static void Note(JsonElement schema, string place, Action<string, string> note)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return;
        foreach (var keyword in Unexpressed)
            if (schema.TryGetProperty(keyword, out var value) && value.ValueKind != JsonValueKind.False)
                note(place, $"'{keyword}' is not enforced");
        if (schema.TryGetProperty("allOf", out var all) && all.ValueKind == JsonValueKind.Array && all.GetArrayLength() > 1)
            note(place, "'allOf' of several schemas is not enforced");
        if (schema.TryGetProperty("properties", out _) && schema.TryGetProperty("additionalProperties", out var rest) && rest.ValueKind is JsonValueKind.True or JsonValueKind.Object)
            note(place, "members beyond those described are refused, which the schema allows");
    }
}
