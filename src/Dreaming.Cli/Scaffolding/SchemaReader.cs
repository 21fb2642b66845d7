using System.Globalization;
using System.Text.Json;
using Dreaming.Generators.Parsing;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Reads a tool's JSON Schemas as types of the DSL, and notes what has no equal there.</summary>
/// <param name="tool">The tool, for notes.</param>
/// <param name="root">The document in which references are looked up.</param>
/// <param name="names">The names of the domain.</param>
/// <param name="shared">Types that earlier tools have brought, by what they were read from.</param>
/// <param name="beside">Receives the types that this tool brings.</param>
/// <param name="notes">Receives what could not be expressed.</param>
internal sealed class SchemaReader(string tool, JsonElement root, TypeNames names, Dictionary<string, string> shared, List<TypeModel> beside, List<string> notes)
{
    private const decimal Farthest = 1e27m;

    private readonly Stack<string> _open = new();

    /// <summary>The members of an object, required ones first.</summary>
    public IReadOnlyList<MemberModel> Members(JsonElement schema, string record, string place)
    {
        schema = Resolved(schema, place, out _) ?? schema;
        SchemaRemainder.Note(schema, place, Note);
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return [];
        var required = schema.TryGetProperty("required", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.String).Select(r => r.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (var name in required.Where(r => !properties.TryGetProperty(r, out _)).Order(StringComparer.Ordinal))
            Note(place, $"'{name}' is required but not described, and was left out");
        var members = new List<MemberModel>();
        foreach (var property in properties.EnumerateObject())
            members.Add(Member(property, record, required.Contains(property.Name), members, $"{place}/properties/{Escaped(property.Name)}"));
        return [.. members.OrderBy(m => m.Default is not null)];
    }

    /// <summary>What a value is.</summary>
    /// <param name="schema">Its schema.</param>
    /// <param name="owner">The record that holds it.</param>
    /// <param name="hint">What a type of its own would be called.</param>
    /// <param name="place">Where it stands, as a JSON pointer.</param>
    public ValueModel Value(JsonElement schema, string owner, string hint, string place)
    {
        if (Resolved(schema, place, out var reference) is not { } at)
            return Any(place, "it refers to itself or to what is not there");
        if (reference is not null)
            hint = Naming.Pascal(reference);
        SchemaRemainder.Note(at, place, Note);
        if (at.ValueKind != JsonValueKind.Object || !at.EnumerateObject().Any(p => p.Name is not ("description" or "title" or "default" or "examples")))
            return new ValueModel("JsonElement", false, []);
        if (Alternatives(at) is { } alternatives)
            return OneOf(alternatives, owner, hint, place);
        var (type, nullable) = Type(at);
        if (reference is not null)
            _open.Push(reference);
        var value = type switch
        {
            _ when at.TryGetProperty("enum", out var choices) && choices.ValueKind == JsonValueKind.Array => Choice(choices, owner, hint, type, place),
            _ when at.TryGetProperty("const", out var only) && only.ValueKind == JsonValueKind.String => new ValueModel("string", false, [$"AllowedValues({CSharpText.Literal(only.GetString()!)})"]),
            "string" => Text(at, place),
            "integer" => Whole(at, place),
            "number" => Number(at, place),
            "boolean" => new ValueModel("bool", false, []),
            "array" => List(at, owner, hint, place),
            "object" => Object(at, owner, hint, place),
            null when at.TryGetProperty("properties", out _) => Object(at, owner, hint, place),
            _ => Any(place, "no single type is given"),
        };
        if (reference is not null)
            _open.Pop();
        return value with { Nullable = value.Nullable || nullable };
    }

    private MemberModel Member(JsonProperty property, string record, bool required, List<MemberModel> earlier, string place)
    {
        var name = TypeNames.Member(property.Name, record, earlier.Select(m => m.Name));
        var value = Value(property.Value, record, Naming.Pascal(property.Name), place);
        var attributes = new List<string>(value.Constraints);
        if (property.Value.Text("description") is { Length: > 0 } description)
            attributes.Add($"Description({CSharpText.Literal(CSharpText.OneLine(description))})");
        var written = SchemaDefault.Code(property.Value, value);
        if (written is null && property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("default", out var other) && other.ValueKind != JsonValueKind.Null)
            Note(place, $"the default {other.GetRawText()} is no constant of {value.Type} that the schema allows");
        var nullable = value.Nullable || (!required && written is null);
        var target = Naming.Snake(name) == property.Name ? null : $"property: JsonPropertyName({CSharpText.Literal(property.Name)})";
        return new MemberModel(name, value.Type + (nullable ? "?" : ""), attributes, target, required ? null : written ?? "null");
    }

    private ValueModel OneOf(IReadOnlyList<JsonElement> alternatives, string owner, string hint, string place)
    {
        var values = alternatives.Where(a => a.Text("type") != "null").ToList();
        var nullable = values.Count < alternatives.Count;
        return values is [var only]
            ? Value(only, owner, hint, place) is var value && nullable ? value with { Nullable = true } : value
            : Any(place, "it is one of several kinds") with { Nullable = nullable };
    }

    private ValueModel Choice(JsonElement choices, string owner, string hint, string? type, string place)
    {
        var values = choices.EnumerateArray().ToList();
        var nullable = values.RemoveAll(v => v.ValueKind == JsonValueKind.Null) > 0;
        if (values.Count == 0 || values.Any(v => v.ValueKind != JsonValueKind.String))
        {
            Note(place, $"the choices {choices.GetRawText()} are not enforced");
            return new ValueModel(type switch { "integer" => "long", "number" => "double", _ => "JsonElement" }, nullable, []);
        }

        var texts = values.Select(v => v.GetString()!).Distinct(StringComparer.Ordinal).ToList();
        var members = new List<(string Name, string Json)>();
        foreach (var text in texts)
            members.Add((TypeNames.Member(text, "", members.Select(m => m.Name)), text));
        if (texts.Any(t => !t.Any(char.IsLetterOrDigit)))
            return new ValueModel("string", nullable, [$"AllowedValues({string.Join(", ", texts.Select(CSharpText.Literal))})"]);
        var key = "enum " + hint + " " + string.Join('\u001f', texts);
        if (!shared.TryGetValue(key, out var name))
        {
            name = names.Take(hint, owner + hint);
            shared.Add(key, name);
            beside.Add(new EnumModel(name, members));
        }

        return new ValueModel(name, nullable, []) { Choices = new EnumModel(name, members) };
    }

    private ValueModel Text(JsonElement schema, string place)
    {
        var type = schema.Text("format") switch
        {
            "date" => "DateOnly",
            "date-time" => "DateTimeOffset",
            "uuid" => "Guid",
            _ => "string",
        };
        if (type == "string" && schema.Text("format") is { } format)
            Note(place, $"the format '{format}' is not enforced");
        if (type != "string")
            return new ValueModel(type, false, []);
        var constraints = new List<string>();
        if (Lengths(schema.Length("minLength"), schema.Length("maxLength"), place) is { } lengths)
            constraints.Add(lengths);
        if (schema.Text("pattern") is { } pattern)
        {
            if (SchemaPattern.Whole(pattern) is { } whole)
                constraints.Add($"RegularExpression({CSharpText.Literal(whole)})");
            else
                Note(place, $"the pattern '{pattern}' cannot be matched in linear time and is not enforced");
        }

        return new ValueModel("string", false, constraints);
    }

    private ValueModel Whole(JsonElement schema, string place)
    {
        var least = new[] { Up(schema.Number("minimum")), Down(schema.Number("exclusiveMinimum")) + 1 }.Max();
        var most = new[] { Down(schema.Number("maximum")), Up(schema.Number("exclusiveMaximum")) - 1 }.Min();
        if (least is null && most is null)
            return new ValueModel("long", false, []);
        if (least > most || least > long.MaxValue || most < long.MinValue)
            return Unbounded("long", place);
        return least >= int.MinValue && most <= int.MaxValue
            ? new ValueModel("int", false, [$"Range({Invariant(least.Value)}, {Invariant(most.Value)})"])
            : new ValueModel("long", false, [$"Range(typeof(long), \"{Invariant(Math.Max(least ?? long.MinValue, long.MinValue))}\", \"{Invariant(Math.Min(most ?? long.MaxValue, long.MaxValue))}\")"]);

        static decimal? Up(decimal? bound) => bound is { } number ? decimal.Ceiling(number) : null;

        static decimal? Down(decimal? bound) => bound is { } number ? decimal.Floor(number) : null;
    }

    private ValueModel Number(JsonElement schema, string place)
    {
        if (schema.Number("exclusiveMinimum") is not null || schema.Number("exclusiveMaximum") is not null)
            Note(place, "a bound that is not itself allowed is taken for one that is");
        var least = schema.Number("minimum") ?? schema.Number("exclusiveMinimum");
        var most = schema.Number("maximum") ?? schema.Number("exclusiveMaximum");
        if (least is null && most is null)
            return new ValueModel("double", false, []);
        if (least is null || most is null)
            Note(place, "the side without a bound is bounded by 1e27");
        if (least > most || Math.Abs(least ?? 0) > Farthest || Math.Abs(most ?? 0) > Farthest)
            return Unbounded("double", place);
        return new ValueModel("double", false, [$"Range({Real(least, "-1e27")}, {Real(most, "1e27")})"]);

        static string Real(decimal? bound, string otherwise) => bound is { } number ? Invariant(number) is var text && text.Contains('.', StringComparison.Ordinal) ? text : text + ".0" : otherwise;
    }

    private ValueModel List(JsonElement schema, string owner, string hint, string place)
    {
        var constraints = Lengths(schema.Length("minItems"), schema.Length("maxItems"), place) is { } lengths ? new[] { lengths } : [];
        if (!schema.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Object)
            return new ValueModel("ImmutableArray<JsonElement>", false, constraints);
        var element = Value(items, owner, TypeNames.Singular(hint), place + "/items");
        if (element.Constraints.Count > 0)
            Note(place + "/items", $"{string.Join(", ", element.Constraints)} does not stand on the items of a list and is not enforced");
        return new ValueModel($"ImmutableArray<{element.Type}{(element.Nullable ? "?" : "")}>", false, constraints);
    }

    private ValueModel Object(JsonElement schema, string owner, string hint, string place)
    {
        if (!schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object || !properties.EnumerateObject().Any())
        {
            if (!schema.TryGetProperty("additionalProperties", out var rest) || rest.ValueKind != JsonValueKind.Object)
                return Any(place, "an object without members is any JSON here");
            var value = Value(rest, owner, TypeNames.Singular(hint), place + "/additionalProperties");
            return new ValueModel($"IReadOnlyDictionary<string, {value.Type}{(value.Nullable ? "?" : "")}>", false, []);
        }

        var key = "record " + hint + " " + schema.GetRawText();
        if (!shared.TryGetValue(key, out var name))
        {
            name = names.Take(hint, owner + hint);
            var slot = beside.Count;
            beside.Insert(slot, new RecordModel(name, schema.Text("description") ?? "", Members(schema, name, place)));
            shared.Add(key, name);
        }

        return new ValueModel(name, false, []);
    }

    private ValueModel Unbounded(string type, string place)
    {
        Note(place, "its bounds leave no value within reach and are not enforced");
        return new ValueModel(type, false, []);
    }

    private ValueModel Any(string place, string why)
    {
        Note(place, $"any JSON is accepted: {why}");
        return new ValueModel("JsonElement", false, []);
    }

    // The schema behind references; null when there is none. A single allOf is its content.
    private JsonElement? Resolved(JsonElement schema, string place, out string? reference)
    {
        reference = null;
        for (var steps = 0; steps < 16; steps++)
        {
            if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("allOf", out var all) && all.ValueKind == JsonValueKind.Array && all.GetArrayLength() == 1)
                schema = all[0];
            if (schema.Text("$ref") is not { } path)
                return schema;
            reference = path[(path.LastIndexOf('/') + 1)..];
            if (_open.Contains(reference) || !path.StartsWith('#') || Find(path) is not { } found)
                return null;
            schema = found;
        }

        Note(place, "the reference leads too far");
        return null;
    }

    private JsonElement? Find(string path)
    {
        var at = root;
        foreach (var step in path.Split('/').Skip(1).Select(s => Uri.UnescapeDataString(s).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
                return null;
        return at;
    }

    private static (string? Type, bool Nullable) Type(JsonElement schema)
    {
        var nullable = schema.TryGetProperty("nullable", out var flag) && flag.ValueKind == JsonValueKind.True;
        if (!schema.TryGetProperty("type", out var type))
            return (null, nullable);
        if (type.ValueKind != JsonValueKind.Array)
            return (type.ValueKind == JsonValueKind.String ? type.GetString() : null, nullable);
        var kinds = type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()).ToList();
        nullable |= kinds.Remove("null");
        return (kinds is [var only] ? only : kinds.Count == 2 && kinds.Contains("integer") && kinds.Contains("number") ? "number" : null, nullable);
    }

    private static IReadOnlyList<JsonElement>? Alternatives(JsonElement schema)
    {
        foreach (var name in new[] { "anyOf", "oneOf" })
            if (schema.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array)
                return [.. list.EnumerateArray()];
        return null;
    }

    private string? Lengths(int? least, int? most, string place)
    {
        if (least <= most || least is null || most is null)
            return Lengths(least, most);
        Note(place, $"no length is both at least {least} and at most {most}, so neither is enforced");
        return null;
    }

    private static string? Lengths(int? least, int? most) => (least, most) switch
    {
        ({ } a, { } b) => $"Length({a}, {b})",
        ({ } a, null) => $"MinLength({a})",
        (null, { } b) => $"MaxLength({b})",
        _ => null,
    };

    private static string Invariant(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private void Note(string place, string what) => notes.Add($"{tool} at {(place.Length == 0 ? "/" : place)}: {what}.");
}
