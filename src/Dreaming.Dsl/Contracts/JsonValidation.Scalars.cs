using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    /// <summary>A whole number, written without fraction and exponent.</summary>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The greatest.</param>
    public void Integer(long minimum, long maximum)
    {
        if (!_reader.ReadNumber() || !_reader.IsWhole)
            Fail("type", "a whole number");
        else if (!_reader.TryGetInt64(out var value) || value < minimum || value > maximum)
            Fail("range", Silent ? "" : string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}"));
    }

    /// <summary>A whole number that is never negative, written without fraction and exponent.</summary>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The greatest.</param>
    public void Unsigned(ulong minimum, ulong maximum)
    {
        if (!_reader.ReadNumber() || !_reader.IsWhole)
            Fail("type", "a whole number");
        else if (!_reader.TryGetUInt64(out var value) || value < minimum || value > maximum)
            Fail("range", Silent ? "" : string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}"));
    }

    /// <summary>A binary floating-point number of single precision. Its bounds are held against the number as it is written.</summary>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The greatest.</param>
    public void Single(double minimum, double maximum)
    {
        if (_reader.ReadNumber() && !(_reader.TryGetSingle(out var value) && float.IsFinite(value)))
            Fail("range", "a number of single precision");
        else
            Number(minimum, maximum);
    }

    /// <summary>A binary floating-point number.</summary>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The greatest.</param>
    public void Number(double minimum, double maximum)
    {
        if (!_reader.ReadNumber())
            Fail("type", "a number");
        else if (!_reader.TryGetDouble(out var value) || !double.IsFinite(value) || value < minimum || value > maximum)
            Fail("range", Silent ? "" : string.Create(CultureInfo.InvariantCulture, $"a number from {minimum} to {maximum}"));
    }

    /// <summary>A decimal number.</summary>
    /// <param name="range">Where it must be.</param>
    public void Number(JsonDecimalRange range)
    {
        if (!_reader.ReadNumber())
            Fail("type", "a number");
        else if (!(_reader.TryGetShort(out var digits, out var places) ? range.Contains(digits, places) : _reader.TryGetDecimal(out var value) && range.Contains(value)))
            Fail("range", Silent ? "" : $"a number {range}");
    }

    /// <summary>True or false.</summary>
    public void Boolean()
    {
        _reader.ReadFirst();
        if (_reader.TokenType is not (JsonTokenType.True or JsonTokenType.False))
            Fail("type", "true or false");
    }

    /// <summary>A UUID in hyphenated form.</summary>
    public void Guid()
    {
        if (IsText() && !IsGuid(_reader.ValueSpan) && !_reader.TryGetGuid(out _))
            Fail("format", "a UUID such as 123e4567-e89b-12d3-a456-426614174000");
    }

    /// <summary>A calendar date.</summary>
    public void Date()
    {
        if (IsText() && !JsonDates.IsDate(_reader.ValueSpan) && !IsDecodedDate())
            Fail("format", "a date as yyyy-MM-dd");
    }

    /// <summary>A time of day.</summary>
    public void Time()
    {
        if (IsText() && !IsDecodedTime())
            Fail("format", "a time of day as HH:mm:ss");
    }

    /// <summary>A date and time with offset, RFC 3339.</summary>
    public void Instant()
    {
        if (IsText() && !JsonDates.IsInstant(_reader.ValueSpan) && !IsDecodedInstant())
            Fail("format", "a date and time with offset as yyyy-MM-ddTHH:mm:ssZ");
    }

    /// <summary>One of a list of names.</summary>
    /// <param name="names">The names.</param>
    public void Choice(JsonNames names)
    {
        if (!IsText())
            return;
        if (_reader.ValueIsEscaped ? !IsAmong(names.Texts) : names.IndexOf(_reader.ValueSpan) < 0)
            Fail("enum", Silent ? "" : $"one of {string.Join(", ", names.Texts)}");
    }

    /// <summary>Any JSON.</summary>
    public void Any() => _reader.Skip();

    // A character as a backslash, the letter u and four digits.
    private const int LongestEscape = 6;

    [SkipLocalsInit]
    private readonly bool IsDecodedDate()
    {
        Span<char> text = stackalloc char[10 * LongestEscape];
        return Short(text, out var length) && DateOnly.TryParseExact(text[..length], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    [SkipLocalsInit]
    private readonly bool IsDecodedTime()
    {
        Span<char> text = stackalloc char[16 * LongestEscape];
        return Short(text, out var length) && IsTime(text[..length]);
    }

    [SkipLocalsInit]
    private readonly bool IsDecodedInstant()
    {
        Span<char> text = stackalloc char[40 * LongestEscape];
        return Short(text, out var length) && HasOffset(text[..length]) && _reader.TryGetDateTimeOffset(out _);
    }

    // Three vectors, the last of which overlaps the one before.
    private static bool IsGuid(ReadOnlySpan<byte> text) =>
        text.Length == 36 && IsGuidPart(text[..16], 1 << 8 | 1 << 13) && IsGuidPart(text[16..32], 1 << 2 | 1 << 7) && IsGuidPart(text[20..], 1 << 3);

    private static bool IsGuidPart(ReadOnlySpan<byte> text, uint hyphens)
    {
        var bytes = Vector128.Create(text);
        var digits = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        var letters = Vector128.LessThanOrEqual((bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)5));
        return Vector128.Equals(bytes, Vector128.Create((byte)'-')).ExtractMostSignificantBits() == hyphens
            && (digits | letters).ExtractMostSignificantBits() == (~hyphens & 0xffff);
    }

    // By hand, since the framework's parser allocates for a format with fractions.
    private static bool IsTime(ReadOnlySpan<char> text)
    {
        if (text.Length < 8 || text[2] != ':' || text[5] != ':' || !Below(text[..2], 24) || !Below(text[3..5], 60) || !Below(text[6..8], 60))
            return false;
        if (text.Length == 8)
            return true;
        if (text[8] != '.' || text.Length is 9 or > 16)
            return false;
        foreach (var digit in text[9..])
            if (!char.IsAsciiDigit(digit))
                return false;
        return true;
    }

    private static bool Below(ReadOnlySpan<char> digits, int limit) =>
        char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[1]) && ((digits[0] - '0') * 10) + digits[1] - '0' < limit;

    private static bool HasOffset(ReadOnlySpan<char> text) =>
        text.Length >= 20 && text[10] == 'T' && (text[^1] == 'Z' || (text[^6] is '+' or '-' && text[^3] == ':'));

    private bool IsText()
    {
        if (_reader.ReadString())
            return true;
        Fail("type", "text");
        return false;
    }

    private readonly bool IsAmong(ImmutableArray<string> names)
    {
        foreach (var name in names)
            if (_reader.ValueTextEquals(name))
                return true;
        return false;
    }

    private readonly bool Short(Span<char> text, out int length)
    {
        length = 0;
        if (_reader.ValueSpan.Length > text.Length)
            return false;
        length = _reader.CopyString(text);
        return true;
    }
}
