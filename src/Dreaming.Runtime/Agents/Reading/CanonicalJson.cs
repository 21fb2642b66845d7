using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Agents.Reading;

/// <summary>Writes JSON so that equal values are equal texts.</summary>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(string value)
    {
        // The common case needs no escape.
        foreach (var c in value)
            if (c is < ' ' or > '~' or '"' or '\\')
                return $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)}\"";
        return $"\"{value}\"";
    }

    public static string Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Text(element.GetString()!),
        JsonValueKind.Object or JsonValueKind.Array => Written(element),
        _ => element.GetRawText(),
    };

    /// <summary>Arguments in the order of the tool's parameters; members that the tool does not know stand last.</summary>
    public static string Arguments(string json, ToolContract? tool)
    {
        if (tool is null)
            return json;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return json;
            var text = new StringBuilder("{");
            foreach (var parameter in tool.Parameters)
                if (document.RootElement.TryGetProperty(parameter.Name, out var value))
                    Append(text, parameter.Name, Of(value));
            foreach (var member in document.RootElement.EnumerateObject())
                if (!tool.Parameters.Any(p => p.Name == member.Name))
                    Append(text, member.Name, Of(member.Value));
            return text.Append('}').ToString();
        }
        catch (JsonException)
        {
            return json;
        }
    }

    /// <summary>The scalar members of a JSON object.</summary>
    public static List<(string Name, string Json)> Scalars(string json)
    {
        var scalars = new List<(string, string)>();
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                foreach (var member in document.RootElement.EnumerateObject())
                    if (member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                        scalars.Add((member.Name, Of(member.Value)));
        }
        catch (JsonException)
        {
            // A call that was no JSON has no arguments that could be met again.
        }

        return scalars;
    }

    public static void Append(StringBuilder text, string name, string json)
    {
        if (text.Length > 1)
            text.Append(',');
        text.Append(Text(name)).Append(':').Append(json);
    }

    private static string Written(JsonElement element)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            element.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
