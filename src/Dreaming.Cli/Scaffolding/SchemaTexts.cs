using System.Text.Json;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Reads texts of JSON Schemas as types and attributes of the DSL.</summary>
internal static class SchemaTexts
{
    /// <summary>A text, or what stands in JSON as one.</summary>
    public static ValueModel Of(JsonElement schema, Action<string> note)
    {
        var type = schema.Text("format") switch
        {
            "date" => "DateOnly",
            "date-time" => "DateTimeOffset",
            "duration" => "TimeSpan",
            "uri" => "Uri",
            "uuid" => "Guid",
            _ => "string",
        };
        if (type == "TimeSpan")
            note("of a duration, years, months and weeks are refused: they are not always equally long");
        return type == "string" ? Text(schema, note) : Whole(schema, type, note);
    }

    /// <summary>The attribute for two bounds on a length; null when there is none, or none that leaves room.</summary>
    public static string? Lengths(int? least, int? most, Action<string> note)
    {
        if (least > most)
        {
            note($"no length is both at least {least} and at most {most}, so neither is enforced");
            return null;
        }

        return (least, most) switch
        {
            ({ } a, { } b) => $"Length({a}, {b})",
            ({ } a, null) => $"MinLength({a})",
            (null, { } b) => $"MaxLength({b})",
            _ => null,
        };
    }

    private static ValueModel Whole(JsonElement schema, string type, Action<string> note)
    {
        foreach (var keyword in new[] { "minLength", "maxLength", "pattern" })
            if (schema.TryGetProperty(keyword, out _))
                note($"'{keyword}' is not enforced beside the format '{schema.Text("format")}'");
        if (SchemaDenied.Of(schema) is not null)
            note($"'not' is not enforced beside the format '{schema.Text("format")}'");
        return new ValueModel(type, false, []);
    }

    private static ValueModel Text(JsonElement schema, Action<string> note)
    {
        var constraints = new List<string>();
        if (Lengths(schema.Length("minLength"), schema.Length("maxLength"), note) is { } lengths)
            constraints.Add(lengths);
        if (schema.Text("pattern") is { } pattern)
        {
            if (SchemaPattern.Whole(pattern) is { } whole)
                constraints.Add($"RegularExpression({CSharpText.Literal(whole)})");
            else
                note($"the pattern '{pattern}' cannot be matched in linear time and is not enforced");
        }

        if (Format(schema) is { } format)
            constraints.Add(format.Attribute);
        else if (schema.Text("format") is { } other)
            note($"the format '{other}' is not enforced");
        if (schema.Text("contentEncoding") is { } encoding && !encoding.Equals("base64", StringComparison.OrdinalIgnoreCase))
            note($"the encoding '{encoding}' is not enforced");
        var denied = (SchemaDenied.Of(schema) ?? []).Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!).Distinct(StringComparer.Ordinal).ToList();
        if (denied.Count > 0)
            constraints.Add($"DeniedValues({string.Join(", ", denied.Select(CSharpText.Literal))})");
        return new ValueModel("string", false, constraints);
    }

    /// <summary>What a text is beside text: the attribute, and the format that it stands for; null when a schema says nothing of the kind.</summary>
    public static (string Attribute, Contracts.JsonTextFormat Format)? Format(JsonElement schema) => schema.Text("format") switch
    {
        "email" => ("EmailAddress", Contracts.JsonTextFormat.Email),
        "url" => ("Url", Contracts.JsonTextFormat.Url),
        "byte" or "base64" => ("Base64String", Contracts.JsonTextFormat.Base64),
        null when "base64".Equals(schema.Text("contentEncoding"), StringComparison.OrdinalIgnoreCase) => ("Base64String", Contracts.JsonTextFormat.Base64),
        _ => null,
    };
}
