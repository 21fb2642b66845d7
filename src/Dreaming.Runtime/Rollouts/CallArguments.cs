using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dreaming.Contracts;
using Microsoft.Extensions.AI;

namespace Dreaming.Rollouts;

/// <summary>A call's arguments, as UTF-8 JSON. Written once; validated, read and recorded from the same bytes.</summary>
/// <param name="Utf8">Well-formed JSON.</param>
/// <param name="Unreadable">Why the arguments could not be understood as JSON at all; null when they could.</param>
internal readonly record struct CallArguments(ReadOnlyMemory<byte> Utf8, Violation? Unreadable)
{
    private const int MaxDepth = 32;

    private const int Kept = 64 * 1024;

    // Each thread keeps its writer and buffer for the next call.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static CallArguments Of(FunctionCallContent call)
    {
        if (call.Exception is { } unparsed)
            return new("{}"u8.ToArray(), Broken(unparsed.Message));
        var buffer = _buffer ?? new(256);
        var writer = _writer ?? new(buffer, Writing);
        (_buffer, _writer) = (null, null);
        try
        {
            WriteMembers(writer, call.Arguments ?? new Dictionary<string, object?>(), 0);
            writer.Flush();
        }
        catch (Exception e) when (e is ArgumentException or JsonException or NotSupportedException or InvalidOperationException)
        {
            return new("{}"u8.ToArray(), Broken(e.Message));
        }

        var utf8 = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= Kept)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            (_buffer, _writer) = (buffer, writer);
        }

        return Check(utf8);
    }

    public static CallArguments Of(RawJson arguments) => Check(Encoding.UTF8.GetBytes(arguments.Text ?? "null"));

    private static CallArguments Check(ReadOnlyMemory<byte> utf8)
    {
        // Whatever is recorded is read again inside of journals: the depth leaves room for what stands around it.
        var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return new(utf8, null);
        }
        catch (JsonException e)
        {
            // What is recorded has to be JSON: what is none is kept as a JSON string.
            return new(JsonSerializer.SerializeToUtf8Bytes(Encoding.UTF8.GetString(utf8.Span)), Broken(e.Message));
        }
    }

    private static Violation Broken(string why) => new("", "json", "a JSON object of arguments", why);

    private static void WriteMembers(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> members, int depth)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > MaxDepth)
            throw new JsonException($"The arguments are nested more than {MaxDepth} levels deep.");
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case JsonElement { ValueKind: JsonValueKind.Undefined }: writer.WriteNullValue(); break;
            case JsonElement element: element.WriteTo(writer); break;
            case JsonNode node: node.WriteTo(writer); break;
            case RawJson raw: writer.WriteRawValue(raw.Text ?? "null"); break;
            case DateOnly date: writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case IEnumerable<KeyValuePair<string, object?>> members: WriteMembers(writer, members, depth); break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(writer, item, depth + 1);
                writer.WriteEndArray();
                break;
            default: JsonSerializer.Serialize(writer, value, value.GetType(), AIJsonUtilities.DefaultOptions); break;
        }
    }
}
