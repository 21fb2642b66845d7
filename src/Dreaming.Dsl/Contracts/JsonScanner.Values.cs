using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Dreaming.Contracts;

internal ref partial struct JsonScanner
{
    // 15 digits are exact in a double, and so are these powers: one division rounds correctly.
    private const int ExactDigits = 15;
    private static readonly double[] Powers = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>The number is written without fraction and exponent.</summary>
    public readonly bool IsWhole => _whole;

    /// <summary>The text is plain: its bytes are its characters, all of them ASCII.</summary>
    public readonly bool IsPlain => !_escaped && (_ascii || Ascii.IsValid(ValueSpan));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool ValueTextEquals(ReadOnlySpan<byte> utf8) =>
        (_length == utf8.Length && ValueSpan.SequenceEqual(utf8)) || (_escaped && EscapedTextEquals(utf8));

    // In UTF-8 a text has at least as many bytes as it has code units, so that another length can only be equal outside of ASCII.
    public readonly bool ValueTextEquals(ReadOnlySpan<char> text) =>
        _escaped || _length != text.Length ? (_escaped || _length > text.Length) && Token().ValueTextEquals(text) : Ascii.Equals(ValueSpan, text);

    private readonly bool EscapedTextEquals(ReadOnlySpan<byte> utf8) => Token().ValueTextEquals(utf8);

    public readonly string? GetString() => _escaped ? Token().GetString() : Encoding.UTF8.GetString(ValueSpan);

    /// <summary>Writes the text without its escapes.</summary>
    public readonly int CopyString(scoped Span<char> destination) =>
        _escaped ? Token().CopyString(destination) : Encoding.UTF8.GetChars(ValueSpan, destination);

    public readonly bool TryGetInt64(out long value)
    {
        if (_whole && TryGetSmall(out value, out _))
            return true;
        return Utf8Parser.TryParse(ValueSpan, out value, out var consumed) && consumed == _length;
    }

    public readonly bool TryGetUInt64(out ulong value)
    {
        if (_whole && _source[_start] != '-' && TryGetSmall(out var small, out _))
        {
            value = (ulong)small;
            return true;
        }

        return Utf8Parser.TryParse(ValueSpan, out value, out var consumed) && consumed == _length;
    }

    public readonly bool TryGetDouble(out double value)
    {
        if (TryGetSmall(out var digits, out var scale) && digits != 0)
        {
            value = digits / Powers[scale];
            return true;
        }

        return Utf8Parser.TryParse(ValueSpan, out value, out var consumed, Format) && consumed == _length;
    }

    public readonly bool TryGetSingle(out float value) => Utf8Parser.TryParse(ValueSpan, out value, out var consumed, Format) && consumed == _length;

    public readonly bool TryGetDecimal(out decimal value)
    {
        if (TryGetSmall(out var digits, out var scale))
        {
            var size = (ulong)Math.Abs(digits);
            value = new decimal((int)size, (int)(size >> 32), 0, digits < 0, (byte)scale);
            return true;
        }

        return Utf8Parser.TryParse(ValueSpan, out value, out var consumed, Format) && consumed == _length;
    }

    public readonly bool TryGetGuid(out Guid value)
    {
        if (_escaped)
            return Token().TryGetGuid(out value);
        return Utf8Parser.TryParse(ValueSpan, out value, out var consumed, 'D') && consumed == _length;
    }

    public readonly bool TryGetDateTimeOffset(out DateTimeOffset value) => Token().TryGetDateTimeOffset(out value);

    // Digits and their scale, for numbers so short that no type can lose any of it.
    private readonly bool TryGetSmall(out long digits, out int scale)
    {
        digits = 0;
        scale = 0;
        if (_exponent || _length > ExactDigits)
            return false;
        var negative = _source[_start] == '-';
        var text = ValueSpan[(negative ? 1 : 0)..];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.')
                scale = text.Length - i - 1;
            else
                digits = (digits * 10) + text[i] - '0';
        }

        if (negative)
            digits = -digits;
        return true;
    }

    private readonly char Format => _exponent ? 'e' : '\0';

    private readonly Utf8JsonReader Token()
    {
        var start = TokenStartIndex;
        var quotes = (_start - start) * 2;
        var reader = new Utf8JsonReader(_source.Slice(start, _length + quotes));
        reader.Read();
        return reader;
    }
}
