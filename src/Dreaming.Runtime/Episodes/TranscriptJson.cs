using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Dreaming.Episodes;

/// <summary>How transcripts are written: as AIJsonUtilities does, on one line.</summary>
internal static class TranscriptJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same JSON without insignificant white space and with as few escapes as possible.</summary>
    public static RawJson Compact(JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writer))
            element.WriteTo(writer);
        return new RawJson(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(AIJsonUtilities.DefaultOptions) { WriteIndented = false, AllowOutOfOrderMetadataProperties = true };
        options.MakeReadOnly();
        return options;
    }
}
