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
        if (_reader.TokenType != JsonTokenType.Number || !IsWhole())
            Fail("type", "a whole number");
        else if (!_reader.TryGetInt64(out var value) || value < minimum || value > maximum)
            Fail("range", Silent ? "" : string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}"));
    }

    /// <summary>A whole number that is never negative, written without fraction and exponent.</summary>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The greatest.</param>
    public void Unsigned(ulong minimum, ulong maximum)
    {
        if (_reader.TokenType != JsonTokenType.Number || !IsWhole())
            Fail("type", "a whole number");
        else if (!_reader.TryGetUInt64(out var value) || value < minimum || value > maximum)
            Fail("range", Silent ? "" : string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}"));
    }

    /// <summary>A binary floating-point number of single precision. Its bounds are held against the number as it is written.</summary>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The greatest.</param>
    public void Single(double minimum, double maximum)
    {
        if (_reader.TokenType == JsonTokenType.Number && !(_reader.TryGetSingle(out var value) && float.IsFinite(value)))
            Fail("range", "a number of single precision");
        else
            Number(minimum, maximum);
    }

    /// <summary>A binary floating-point number.</summary>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The greatest.</param>
    public void Number(double minimum, double maximum)
    {
        if (_reader.TokenType != JsonTokenType.Number)
            Fail("type", "a number");
        else if (!_reader.TryGetDouble(out var value) || !double.IsFinite(value) || value < minimum || value > maximum)
            Fail("range", Silent ? "" : string.Create(CultureInfo.InvariantCulture, $"a number from {minimum} to {maximum}"));
    }

    /// <summary>A decimal number.</summary>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The greatest.</param>
    public void Number(decimal minimum, decimal maximum)
    {
        if (_reader.TokenType != JsonTokenType.Number)
            Fail("type", "a number");
        else if (!_reader.TryGetDecimal(out var value) || value < minimum || value > maximum)
            Fail("range", Silent ? "" : string.Create(CultureInfo.InvariantCulture, $"a number from {minimum} to {maximum}"));
    }

    /// <summary>True or false.</summary>
    public void Boolean()
    {
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
    [SkipLocalsInit]
    public void Date()
    {
        Span<char> text = stackalloc char[10 * LongestEscape];
        if (IsText() && !IsDate(_reader.ValueSpan) && !(Short(text, out var length) && DateOnly.TryParseExact(text[..length], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
            Fail("format", "a date as yyyy-MM-dd");
    }

    /// <summary>A time of day.</summary>
    [SkipLocalsInit]
    public void Time()
    {
        Span<char> text = stackalloc char[16 * LongestEscape];
        if (IsText() && !(Short(text, out var length) && IsTime(text[..length])))
            Fail("format", "a time of day as HH:mm:ss");
    }

    /// <summary>A date and time with offset, RFC 3339.</summary>
    [SkipLocalsInit]
    public void Instant()
    {
        Span<char> text = stackalloc char[40 * LongestEscape];
        if (IsText() && !IsInstant(_reader.ValueSpan) && !(Short(text, out var length) && HasOffset(text[..length]) && _reader.TryGetDateTimeOffset(out _)))
            Fail("format", "a date and time with offset as yyyy-MM-ddTHH:mm:ssZ");
    }

    /// <summary>One of a list of names.</summary>
    /// <param name="names">The names.</param>
    public void Choice(ImmutableArray<string> names)
    {
        if (!IsText())
            return;
        foreach (var name in names)
            if (_reader.ValueTextEquals(name))
                return;
        Fail("enum", Silent ? "" : $"one of {string.Join(", ", names)}");
    }

    /// <summary>Any JSON.</summary>
    public void Any() => _reader.Skip();

    // A character as a backslash, the letter u and four digits.
    private const int LongestEscape = 6;

    private static bool IsDate(ReadOnlySpan<byte> text) =>
        text.Length == 10 && text[4] == '-' && text[7] == '-'
        && Pair(text, 0) is >= 0 and var century && Pair(text, 2) is >= 0 and var year && Pair(text, 5) is >= 1 and <= 12 and var month && Pair(text, 8) is >= 1 and var day
        && century + year > 0 && (day <= 28 || day <= DateTime.DaysInMonth((century * 100) + year, month));

    // True for the common forms; false when somebody has to look closer.
    private static bool IsInstant(ReadOnlySpan<byte> text)
    {
        if (text.Length < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || !IsDate(text[..10])
            || Pair(text, 11) is < 0 or > 23 || Pair(text, 14) is < 0 or > 59 || Pair(text, 17) is < 0 or > 59)
            return false;
        // An offset could lead out of the first and the last year.
        if (text.StartsWith("0001"u8) || text.StartsWith("9999"u8))
            return false;
        var rest = text[19..];
        if (rest[0] == '.')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits is < 1 or > 7)
                return false;
            rest = rest[(digits + 1)..];
        }

        return rest.Length == 1 ? rest[0] == 'Z' : rest.Length == 6 && (rest[0] is (byte)'+' or (byte)'-') && rest[3] == ':' && Pair(rest, 1) is >= 0 and <= 13 && Pair(rest, 4) is >= 0 and <= 59;
    }

    // Two digits as a number; less than zero when they are none.
    private static int Pair(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return (uint)tens <= 9 && (uint)ones <= 9 ? (tens * 10) + ones : -1;
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
        if (_reader.TokenType == JsonTokenType.String)
            return true;
        Fail("type", "text");
        return false;
    }

    private readonly bool IsWhole() => _reader.IsWhole;

    private readonly bool Short(Span<char> text, out int length)
    {
        length = 0;
        if (_reader.ValueSpan.Length > text.Length)
            return false;
        length = _reader.CopyString(text);
        return true;
    }
}
