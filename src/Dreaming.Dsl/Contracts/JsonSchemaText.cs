using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dreaming.Contracts;

/// <summary>Writes contracts as JSON Schema 2020-12.</summary>
public static class JsonSchemaText
{
    /// <summary>The schema of a value: closed objects, anchored patterns, members in declared order.</summary>
    public static string Of(MemberContract contract)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            WriteRoot(writer, contract);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteRoot(Utf8JsonWriter writer, MemberContract contract)
    {
        writer.WriteStartObject();
        WriteBody(writer, contract);
        var definitions = new SortedDictionary<string, MemberContract>(StringComparer.Ordinal);
        Define(contract, definitions);
        if (definitions.Count > 0)
        {
            writer.WriteStartObject("$defs");
            foreach (var (name, definition) in definitions)
            {
                writer.WritePropertyName(name);
                Write(writer, definition);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Define(MemberContract contract, SortedDictionary<string, MemberContract> definitions)
    {
        if (contract is { Reference: { } name, Target: { } target } && !definitions.ContainsKey(name))
        {
            definitions.Add(name, target());
            Define(definitions[name], definitions);
        }

        foreach (var part in contract.Members.Concat(contract.Cases))
            Define(part, definitions);
        if (contract.Element is { } element)
            Define(element, definitions);
    }

    private static void Write(Utf8JsonWriter writer, MemberContract contract)
    {
        writer.WriteStartObject();
        WriteBody(writer, contract);
        writer.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter writer, MemberContract contract)
    {
        if (contract.Reference is { } reference)
        {
            WriteReference(writer, contract, reference);
            return;
        }

        if (contract.Kind == ValueKind.Union)
        {
            WriteUnion(writer, contract);
            return;
        }

        if (TypeOf(contract.Kind) is { } type)
            WriteType(writer, type, contract.Nullable);
        if (contract.Description.Length > 0)
            writer.WriteString("description", contract.Description);
        if (FormatOf(contract) is { } format)
            writer.WriteString("format", format);
        if (contract.Format == JsonTextFormat.Base64)
            writer.WriteString("contentEncoding", "base64");
        if (contract.Pattern is { } pattern)
            writer.WriteString("pattern", $"^(?:{pattern})$");
        if (!contract.Allowed.IsEmpty)
            WriteAllowed(writer, contract);
        WriteDenied(writer, contract);
        WriteBounds(writer, contract);
        if (!contract.Examples.IsEmpty && contract.Kind is not (ValueKind.Array or ValueKind.Map or ValueKind.Object or ValueKind.Any))
            WriteExamples(writer, contract);
        if (contract.Kind == ValueKind.Array && contract.Element is { } item)
        {
            writer.WritePropertyName("items");
            Write(writer, item);
        }
        else if (contract.Kind == ValueKind.Map && contract.Element is { } value)
        {
            writer.WritePropertyName("additionalProperties");
            Write(writer, value);
        }
        else if (contract.Kind == ValueKind.Object)
        {
            WriteMembers(writer, contract);
        }
    }

    private static void WriteReference(Utf8JsonWriter writer, MemberContract contract, string reference)
    {
        if (contract.Description.Length > 0)
            writer.WriteString("description", contract.Description);
        if (contract.Nullable)
        {
            writer.WriteStartArray("anyOf");
            writer.WriteStartObject();
        }

        writer.WriteString("$ref", "#/$defs/" + reference);
        if (!contract.Nullable)
            return;
        writer.WriteEndObject();
        WriteNull(writer);
        writer.WriteEndArray();
    }

    private static void WriteUnion(Utf8JsonWriter writer, MemberContract contract)
    {
        if (contract.Description.Length > 0)
            writer.WriteString("description", contract.Description);
        writer.WriteStartArray("oneOf");
        foreach (var one in contract.Cases)
            Write(writer, one);
        if (contract.Nullable)
            WriteNull(writer);
        writer.WriteEndArray();
    }

    private static void WriteNull(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "null");
        writer.WriteEndObject();
    }

    private static void WriteDenied(Utf8JsonWriter writer, MemberContract contract)
    {
        if (contract.Denied.IsEmpty)
            return;
        writer.WriteStartObject("not");
        writer.WriteStartArray("enum");
        foreach (var denied in contract.Denied)
            WriteText(writer, contract.Kind, denied);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter writer, string type, bool nullable)
    {
        if (!nullable)
        {
            writer.WriteString("type", type);
            return;
        }

        writer.WriteStartArray("type");
        writer.WriteStringValue(type);
        writer.WriteStringValue("null");
        writer.WriteEndArray();
    }

    private static void WriteAllowed(Utf8JsonWriter writer, MemberContract contract)
    {
        writer.WriteStartArray("enum");
        foreach (var allowed in contract.Allowed)
            WriteText(writer, contract.Kind, allowed);
        if (contract.Nullable)
            writer.WriteNullValue();
        writer.WriteEndArray();
    }

    private static void WriteExamples(Utf8JsonWriter writer, MemberContract contract)
    {
        writer.WriteStartArray("examples");
        foreach (var example in contract.Examples)
            WriteText(writer, contract.Kind, example);
        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, ValueKind kind, string text)
    {
        if (kind is ValueKind.Integer or ValueKind.Number or ValueKind.Boolean && IsJson(text))
            writer.WriteRawValue(text);
        else
            writer.WriteStringValue(text);
    }

    private static bool IsJson(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            return reader.Read() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void WriteBounds(Utf8JsonWriter writer, MemberContract contract)
    {
        if (contract.Minimum is { } minimum)
            writer.WriteNumber(contract.ExclusiveMinimum ? "exclusiveMinimum" : "minimum", minimum);
        if (contract.Maximum is { } maximum)
            writer.WriteNumber(contract.ExclusiveMaximum ? "exclusiveMaximum" : "maximum", maximum);
        var unit = contract.Kind switch { ValueKind.Array => "Items", ValueKind.Map => "Properties", _ => "Length" };
        if (contract.MinLength is { } least)
            writer.WriteNumber("min" + unit, least);
        if (contract.MaxLength is { } most)
            writer.WriteNumber("max" + unit, most);
        if (contract.UniqueItems)
            writer.WriteBoolean("uniqueItems", true);
    }

    private static void WriteMembers(Utf8JsonWriter writer, MemberContract contract)
    {
        writer.WriteStartObject("properties");
        foreach (var member in contract.Members)
        {
            writer.WritePropertyName(member.Name);
            Write(writer, member);
        }

        writer.WriteEndObject();
        if (contract.Members.Any(m => m.Required))
        {
            writer.WriteStartArray("required");
            foreach (var member in contract.Members)
                if (member.Required)
                    writer.WriteStringValue(member.Name);
            writer.WriteEndArray();
        }

        writer.WriteBoolean("additionalProperties", false);
    }

    private static string? TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Any => null,
        ValueKind.Integer => "integer",
        ValueKind.Number => "number",
        ValueKind.Boolean => "boolean",
        ValueKind.Array => "array",
        ValueKind.Map or ValueKind.Object => "object",
        _ => "string",
    };

    private static string? FormatOf(MemberContract contract) => contract.Kind switch
    {
        ValueKind.Duration => "duration",
        ValueKind.Uri => "uri",
        _ when contract.Format == JsonTextFormat.Email => "email",
        _ when contract.Format == JsonTextFormat.Url => "uri",
        ValueKind.Date => "date",
        ValueKind.Time => "time",
        ValueKind.Instant => "date-time",
        ValueKind.Guid => "uuid",
        _ => null,
    };
}
