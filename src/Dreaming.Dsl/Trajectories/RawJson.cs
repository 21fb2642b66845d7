using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dreaming;

/// <summary>A piece of JSON, kept as the text it is. Serialised in place, compared as text.</summary>
/// <param name="Text">Well-formed JSON.</param>
[JsonConverter(typeof(RawJsonConverter))]
public readonly record struct RawJson(string Text)
{
    /// <summary>An empty object.</summary>
    public static RawJson EmptyObject { get; } = new("{}");

    /// <summary>The text as UTF-8.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Writes and reads <see cref="RawJson"/> as the JSON that it holds.</summary>
public sealed class RawJsonConverter : JsonConverter<RawJson>
{
    /// <inheritdoc/>
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new(document.RootElement.GetRawText());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Text ?? "null");
}
