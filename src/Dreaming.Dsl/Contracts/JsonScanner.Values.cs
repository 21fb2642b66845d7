using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Dreaming.Contracts;

internal ref partial struct JsonScanner
{
    /// <summary>The text is plain: its bytes are its characters, all of them ASCII.</summary>
    public readonly bool IsPlain => !_escaped && (_ascii || Ascii.IsValid(ValueSpan));

    // In UTF-8 a text has at least as many bytes as it has code units, so that another length can only be equal outside of ASCII.
    public readonly bool ValueTextEquals(ReadOnlySpan<char> text) =>
        _escaped || _length != text.Length ? (_escaped || _length > text.Length) && Token().ValueTextEquals(text) : Ascii.Equals(ValueSpan, text);

    /// <summary>Writes the text without its escapes.</summary>
    public readonly int CopyString(scoped Span<char> destination) =>
        _escaped ? Token().CopyString(destination) : Encoding.UTF8.GetChars(ValueSpan, destination);

    /// <summary>Writes the text without its escapes, as UTF-8.</summary>
    public readonly int CopyBytes(scoped Span<byte> destination) => Token().CopyString(destination);

    public readonly bool TryGetGuid(out Guid value)
    {
        if (_escaped)
            return Token().TryGetGuid(out value);
        return Utf8Parser.TryParse(ValueSpan, out value, out var consumed, 'D') && consumed == _length;
    }

    public readonly bool TryGetDateTimeOffset(out DateTimeOffset value) => Token().TryGetDateTimeOffset(out value);

    private readonly Utf8JsonReader Token()
    {
        var start = TokenStartIndex;
        var quotes = (_start - start) * 2;
        var reader = new Utf8JsonReader(_source.Slice(start, _length + quotes));
        reader.Read();
        return reader;
    }
}
