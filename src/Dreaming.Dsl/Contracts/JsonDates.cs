using System.Buffers.Binary;

namespace Dreaming.Contracts;

/// <summary>Dates and instants in their common forms, eight characters at a time. False says only that somebody has to look closer.</summary>
internal static class JsonDates
{
    // In each byte the greatest that can be added to what is right without reaching the highest bit: digits are right up to 9, marks when nothing is left of them.
    private const ulong Highest = 0x8080808080808080;
    private const ulong Digit = 0x7f - 9;
    private const ulong Mark = 0x7f;

    /// <summary>A date as <c>2026-11-20</c>.</summary>
    public static bool IsDate(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10)
            return false;
        // 0000-00- and 00-00-00: they share what lies between.
        var first = BinaryPrimitives.ReadUInt64LittleEndian(text) ^ 0x2d30302d30303030;
        var second = BinaryPrimitives.ReadUInt64LittleEndian(text[2..]) ^ 0x30302d30302d3030;
        if (!Fits(first, Digit | Digit << 8 | Digit << 16 | Digit << 24 | Mark << 32 | Digit << 40 | Digit << 48 | Mark << 56)
            || !Fits(second, Digit | Digit << 8 | Mark << 16 | Digit << 24 | Digit << 32 | Mark << 40 | Digit << 48 | Digit << 56))
            return false;
        var year = (Pair(first, 0) * 100) + Pair(first, 2);
        var month = Pair(first, 5);
        var day = Pair(second, 6);
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && (day <= 28 || day <= DateTime.DaysInMonth(year, month));
    }

    /// <summary>A date and time with offset as <c>2026-11-20T09:30:15Z</c>, with up to seven places behind the seconds.</summary>
    public static bool IsInstant(ReadOnlySpan<byte> text)
    {
        if (text.Length < 20 || text[10] != 'T' || !IsDate(text[..10]) || !IsTime(text[11..]))
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

    // It begins with a time as 09:30:15.
    private static bool IsTime(ReadOnlySpan<byte> text)
    {
        var time = BinaryPrimitives.ReadUInt64LittleEndian(text) ^ 0x30303a30303a3030;
        return Fits(time, Digit | Digit << 8 | Mark << 16 | Digit << 24 | Digit << 32 | Mark << 40 | Digit << 48 | Digit << 56)
            && Pair(time, 0) <= 23 && Pair(time, 3) <= 59 && Pair(time, 6) <= 59;
    }

    private static bool Fits(ulong word, ulong room) => ((word | (word + room)) & Highest) == 0;

    // Two bytes of a word, which are digits for certain, as a number.
    private static int Pair(ulong word, int at) => ((int)(byte)(word >> (at * 8)) * 10) + (byte)(word >> ((at + 1) * 8));

    // Two digits as a number; less than zero when they are none.
    private static int Pair(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return (uint)tens <= 9 && (uint)ones <= 9 ? (tens * 10) + ones : -1;
    }
}
