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
    private const int NeverEndless = -1;

    private readonly SchemaReferences _references = new(root);
    // What is being read, by the reference that led there: the type's name, null for what has none, and the depth at which it began.
    private readonly Dictionary<string, (string? Type, int Depth)> _open = new(StringComparer.Ordinal);
    // How many layers stand around that may be absent or empty: a record that holds itself through none of them would never end.
    private int _depth;

    /// <summary>The members of an object, required ones first.</summary>
    public IReadOnlyList<MemberModel> Members(JsonElement schema, string record, string place, string? without = null)
    {
        schema = _references.Follow(schema, out _) ?? schema;
        SchemaRemainder.Note(schema, place, Note);
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return [];
        var required = schema.TryGetProperty("required", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.String).Select(r => r.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (var name in required.Where(r => !properties.TryGetProperty(r, out _)).Order(StringComparer.Ordinal))
            Note(place, $"'{name}' is required but not described, and was left out");
        var members = new List<MemberModel>();
        foreach (var property in properties.EnumerateObject().Where(p => p.Name != without))
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
        if (_references.Follow(schema, out var path) is not { } at)
            return Any(place, "it refers to what is not there, or to no end");
        if (path is not null && _open.TryGetValue(path, out var open))
            return open.Type is { } name && (open.Depth != _depth || Type(at).Nullable) ? new ValueModel(name, Type(at).Nullable, []) : Any(place, "it refers to itself without end");
        if (path is null)
            return Read(at, owner, hint, null, place);
        _open.Add(path, (null, NeverEndless));
        var value = Read(at, owner, Naming.Pascal(SchemaReferences.NameOf(path)), path, place);
        _open.Remove(path);
        return value;
    }

    private ValueModel Read(JsonElement at, string owner, string hint, string? path, string place)
    {
        SchemaRemainder.Note(at, place, Note);
        if (at.ValueKind != JsonValueKind.Object || !at.EnumerateObject().Any(p => p.Name is not ("description" or "title" or "default" or "examples")))
            return new ValueModel("JsonElement", false, []);
        if (Alternatives(at) is { } alternatives)
            return OneOf(at, alternatives, owner, hint, path, place);
        var (type, nullable) = Type(at);
        var value = type switch
        {
            _ when at.TryGetProperty("enum", out var choices) && choices.ValueKind == JsonValueKind.Array => Choice(at, [.. choices.EnumerateArray()], owner, hint, type, place),
            _ when at.TryGetProperty("const", out var only) && only.ValueKind == JsonValueKind.String => new ValueModel("string", false, [$"AllowedValues({CSharpText.Literal(only.GetString()!)})"]),
            _ when at.TryGetProperty("const", out var only) => Choice(at, [only], owner, hint, type, place),
            "string" => SchemaTexts.Of(at, Noting(place)),
            "integer" => SchemaNumbers.Whole(at, Noting(place)),
            "number" => SchemaNumbers.Real(at, Noting(place)),
            "boolean" => new ValueModel("bool", false, []),
            "array" => List(at, owner, hint, place),
            "object" => Object(at, owner, hint, path, place),
            null when at.TryGetProperty("properties", out _) => Object(at, owner, hint, path, place),
            _ => Any(place, "no single type is given"),
        };
        return value with { Nullable = value.Nullable || nullable };
    }

    private MemberModel Member(JsonProperty property, string record, bool required, List<MemberModel> earlier, string place)
    {
        var name = TypeNames.Member(property.Name, record, earlier.Select(m => m.Name));
        var value = required ? Value(property.Value, record, Naming.Pascal(property.Name), place) : Deeper(() => Value(property.Value, record, Naming.Pascal(property.Name), place));
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

    private ValueModel OneOf(JsonElement schema, IReadOnlyList<JsonElement> alternatives, string owner, string hint, string? path, string place)
    {
        var values = alternatives.Where(a => a.Text("type") != "null").ToList();
        var nullable = values.Count < alternatives.Count;
        if (values is [var only])
            return (nullable ? Deeper(() => Value(only, owner, hint, place)) : Value(only, owner, hint, place)) is var value && nullable ? value with { Nullable = true } : value;
        return SchemaUnion.Of(schema, values, _references) is { } union
            ? Union(schema, union, owner, hint, path, place) with { Nullable = nullable }
            : Any(place, "it is one of several kinds that no member tells apart") with { Nullable = nullable };
    }

    private ValueModel Union(JsonElement schema, SchemaUnion union, string owner, string hint, string? path, string place)
    {
        var key = "union " + hint + " " + _references.Identity(schema);
        if (!shared.TryGetValue(key, out var name))
        {
            name = names.Take(hint, owner + hint);
            if (path is not null)
                _open[path] = (name, NeverEndless);
            var (slot, cases) = (beside.Count, new List<(string Type, string Tag)>());
            foreach (var (one, reference, tag) in union.Cases)
            {
                if (!one.TryGetProperty("required", out var required) || required.ValueKind != JsonValueKind.Array || !required.EnumerateArray().Any(r => r.ValueKind == JsonValueKind.String && r.GetString() == union.Discriminator))
                    Note($"{place} ({tag})", $"'{union.Discriminator}' is required here, since it says which case a value is");
                var wanted = Naming.Pascal(reference is null ? tag : SchemaReferences.NameOf(reference));
                var type = names.Take(wanted, name + wanted);
                var at = beside.Count;
                var members = Deeper(() => Members(one, type, $"{place} ({tag})", union.Discriminator));
                beside.Insert(at, new RecordModel(type, one.Text("description") ?? "", members) { Base = name });
                cases.Add((type, tag));
            }

            beside.Insert(slot, new UnionModel(name, schema.Text("description") ?? "", union.Discriminator, cases));
            shared[key] = name;
        }

        return new ValueModel(name, false, []);
    }

    private ValueModel Choice(JsonElement schema, List<JsonElement> values, string owner, string hint, string? type, string place)
    {
        var nullable = values.RemoveAll(v => v.ValueKind == JsonValueKind.Null) > 0;
        if (SchemaNumbers.Choice(schema, values, type, Noting(place)) is { } numbers)
            return numbers with { Nullable = nullable };
        var texts = values.Where(v => v.ValueKind == JsonValueKind.String && !SchemaDenied.Holds(schema, v)).Select(v => v.GetString()!).Distinct(StringComparer.Ordinal).ToList();
        if (texts.Count == 0 || values.Any(v => v.ValueKind != JsonValueKind.String))
        {
            Note(place, $"the choices [{string.Join(", ", values.Select(v => v.GetRawText()))}] are not enforced");
            return new ValueModel(type switch { "integer" => "long", "number" => "double", "boolean" => "bool", "string" => "string", _ => "JsonElement" }, nullable, []);
        }

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

    private ValueModel List(JsonElement schema, string owner, string hint, string place)
    {
        var constraints = SchemaTexts.Lengths(schema.Length("minItems"), schema.Length("maxItems"), Noting(place)) is { } lengths ? new List<string> { lengths } : [];
        var unique = schema.TryGetProperty("uniqueItems", out var flag) && flag.ValueKind == JsonValueKind.True;
        var element = schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object
            ? Deeper(() => Value(items, owner, TypeNames.Singular(hint), place + "/items")).AsElement()
            : new ValueModel("JsonElement", false, []);
        if (unique && element.IsScalar)
            constraints.Add(ValueModel.Unique);
        else if (unique)
            Note(place, "'uniqueItems' is enforced for lists of scalars only, and not here");
        NoteLost(element, place + "/items", "the items of a list");
        return new ValueModel($"ImmutableArray<{element.Type}{(element.Nullable ? "?" : "")}>", false, constraints) { Element = element };
    }

    private ValueModel Object(JsonElement schema, string owner, string hint, string? path, string place)
    {
        if (!schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object || !properties.EnumerateObject().Any())
        {
            if (!schema.TryGetProperty("additionalProperties", out var rest) || rest.ValueKind != JsonValueKind.Object)
                return Any(place, "an object without members is any JSON here");
            var value = Deeper(() => Value(rest, owner, TypeNames.Singular(hint), place + "/additionalProperties")).AsElement();
            NoteLost(value, place + "/additionalProperties", "the values of a dictionary");
            return new ValueModel($"IReadOnlyDictionary<string, {value.Type}{(value.Nullable ? "?" : "")}>", false, []);
        }

        var key = "record " + hint + " " + _references.Identity(schema);
        if (!shared.TryGetValue(key, out var name))
        {
            name = names.Take(hint, owner + hint);
            if (path is not null)
                _open[path] = (name, _depth);
            var slot = beside.Count;
            beside.Insert(slot, new RecordModel(name, schema.Text("description") ?? "", Members(schema, name, place)));
            shared[key] = name;
        }

        return new ValueModel(name, false, []);
    }

    private void NoteLost(ValueModel element, string place, string where)
    {
        if (element.Constraints.Count > 0)
            Note(place, $"{string.Join(", ", element.Constraints)} does not stand on {where} and is not enforced");
    }

    private T Deeper<T>(Func<T> read)
    {
        _depth++;
        var result = read();
        _depth--;
        return result;
    }

    private ValueModel Any(string place, string why)
    {
        Note(place, $"any JSON is accepted: {why}");
        return new ValueModel("JsonElement", false, []);
    }

    private static (string? Type, bool Nullable) Type(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return (null, false);
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

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private Action<string> Noting(string place) => what => Note(place, what);

    private void Note(string place, string what) => notes.Add($"{tool} at {(place.Length == 0 ? "/" : place)}: {what}.");
}
