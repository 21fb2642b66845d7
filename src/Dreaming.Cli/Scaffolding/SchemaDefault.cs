using System.Globalization;
using System.Text.Json;

namespace Dreaming.Cli.Scaffolding;

/// <summary>The default of a schema as a constant of C#.</summary>
internal static class SchemaDefault
{
    /// <summary>The constant; null when there is none, or when the schema itself refuses it.</summary>
    public static string? Code(JsonElement schema, ValueModel value)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("default", out var json) || !Fits(schema, json))
            return null;
        return (value.Type, json.ValueKind) switch
        {
            ("bool", JsonValueKind.True) => "true",
            ("bool", JsonValueKind.False) => "false",
            ("string", JsonValueKind.String) => CSharpText.Literal(json.GetString()!),
            ("int", JsonValueKind.Number) when json.TryGetInt32(out var number) => number.ToString(CultureInfo.InvariantCulture),
            ("long", JsonValueKind.Number) when json.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            ("double", JsonValueKind.Number) when json.TryGetDouble(out var number) && double.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture) + "D",
            (_, JsonValueKind.String) when value.Choices?.Members.FirstOrDefault(m => m.Json == json.GetString()) is { Name: { } name } => $"{value.Type}.{CSharpText.Identifier(name)}",
            _ => null,
        };
    }

    private static bool Fits(JsonElement schema, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetDecimal(out var number) =>
            SchemaBounds.Of(schema).Hold(number) && !SchemaDenied.Holds(schema, json) && IsChoice(schema, json),
        JsonValueKind.String when json.GetString()!.EnumerateRunes().Count() is var length =>
            !(length < schema.Length("minLength") || length > schema.Length("maxLength"))
            && (schema.Text("pattern") is not { } pattern || SchemaPattern.Whole(pattern) is not { } whole || SchemaPattern.Matches(whole, json.GetString()!))
            && (schema.Text("const") is not { } only || only == json.GetString())
            && (SchemaTexts.Format(schema) is not { } format || Contracts.JsonTextFormats.Has(format.Format, json.GetString()))
            && !SchemaDenied.Holds(schema, json),
        _ => true,
    };

    private static bool IsChoice(JsonElement schema, JsonElement json) =>
        (!schema.TryGetProperty("enum", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.EnumerateArray().Any(c => JsonElement.DeepEquals(c, json)))
        && (!schema.TryGetProperty("const", out var only) || JsonElement.DeepEquals(only, json));
}
