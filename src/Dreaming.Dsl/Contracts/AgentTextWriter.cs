using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dreaming.Contracts;

/// <summary>Writes values as the text that an agent reads. Each thread keeps one writer and its buffer for the next value.</summary>
internal sealed class AgentTextWriter
{
    private const int Kept = 64 * 1024;

    private static readonly JsonWriterOptions AgentText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static AgentTextWriter? _free;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _writer;

    private AgentTextWriter() => _writer = new(_buffer, AgentText);

    public static string Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        // Who writes a value may write another one meanwhile; one that throws leaves its writer to the collector.
        var one = _free ?? new();
        _free = null;
        write(one._writer, value);
        one._writer.Flush();
        var text = Encoding.UTF8.GetString(one._buffer.WrittenSpan);
        if (one._buffer.Capacity > Kept)
            return text;
        one._buffer.ResetWrittenCount();
        one._writer.Reset();
        _free = one;
        return text;
    }
}
