using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dreaming.Reports.Html;

/// <summary>JSON as a reader wants it: short objects on one line, long ones indented. What is no JSON stays as it is.</summary>
internal static class JsonText
{
    private const int OneLine = 72;
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Pretty(string text)
    {
        if (text.Length == 0 || text.AsSpan().TrimStart() is not ['{' or '[', ..])
            return text;
        try
        {
            using var document = JsonDocument.Parse(text);
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, Indented))
                document.RootElement.WriteTo(writer);
            var pretty = Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            return pretty.Length <= OneLine ? string.Join(' ', pretty.Split('\n').Select(line => line.Trim())) : pretty;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return text;
        }
    }
}
