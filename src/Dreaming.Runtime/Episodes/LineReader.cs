using System.Buffers;

namespace Dreaming.Episodes;

/// <summary>Reads lines as bytes and holds no more than one. A line over the limit is passed over and said to be too long.</summary>
internal sealed class LineReader(Stream stream, int limit)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _start;
    private int _end;
    private int _number;

    /// <summary>How many bytes the stream has given.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The number of the line that comes next, from 1.</summary>
    public int NextNumber => _number + 1;

    /// <summary>The next line; null at the end. The bytes are valid until the next call.</summary>
    public async ValueTask<Line?> NextAsync(CancellationToken cancellationToken)
    {
        _line.ResetWrittenCount();
        var tooLong = false;
        var any = false;
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
                BytesRead += _end;
                if (_end == 0)
                    return any ? Take(tooLong, ended: false) : null;
            }

            any = true;
            var rest = _buffer.AsSpan(_start.._end);
            var newline = rest.IndexOf((byte)'\n');
            var part = newline < 0 ? rest : rest[..newline];
            tooLong |= _line.WrittenCount + part.Length > limit;
            if (!tooLong)
                _line.Write(part);
            _start += newline < 0 ? part.Length : part.Length + 1;
            if (newline >= 0)
                return Take(tooLong, ended: true);
        }
    }

    private Line Take(bool tooLong, bool ended)
    {
        _number++;
        var bytes = _line.WrittenMemory;
        if (bytes.Span.EndsWith("\r"u8))
            bytes = bytes[..^1];
        if (_number == 1 && bytes.Span.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        return new Line(_number, bytes, tooLong, ended);
    }
}

/// <summary>A line.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Bytes">Without its end; empty when it is too long.</param>
/// <param name="TooLong">It exceeds the limit.</param>
/// <param name="Ended">A line end follows.</param>
internal readonly record struct Line(int Number, ReadOnlyMemory<byte> Bytes, bool TooLong, bool Ended)
{
    public bool IsBlank => !TooLong && Bytes.Span.Trim(" \t"u8).IsEmpty;
}
