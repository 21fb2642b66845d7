using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;

namespace Dreaming.Contracts;

/// <summary>How the scanner reads text: by vectors up to what is special, then escape by escape.</summary>
internal ref partial struct JsonScanner
{
    private void ReadText(int quote, JsonTokenType token)
    {
        var at = quote + 1;
        var escaped = false;
        while (true)
        {
            at = FirstSpecial(at);
            var found = At(at);
            if (found == '"')
                break;
            if (found != '\\')
                Malformed(at);
            escaped = true;
            at = ReadEscape(at + 1);
        }

        _token = token;
        _start = quote + 1;
        _length = at - quote - 1;
        _next = at + 1;
        _escaped = escaped;
    }

    // Most texts end within one vector. What is loaded lies within the document: the subtractions cannot overflow, as additions could.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int FirstSpecial(int at)
    {
        if (Vector256.IsHardwareAccelerated && at <= _source.Length - 32)
        {
            var mask = Specials(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(_source), (nuint)at));
            if (mask != 0)
                return at + BitOperations.TrailingZeroCount(mask);
            at += 32;
        }
        else if (at <= _source.Length - 16)
        {
            var mask = Specials(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(_source), (nuint)at));
            if (mask != 0)
                return at + BitOperations.TrailingZeroCount(mask);
            at += 16;
        }

        return NextSpecial(at);
    }

    // The next quote, backslash or control character; the end of the document when there is none.
    private readonly int NextSpecial(int at)
    {
        const int width = 16;
        ref var origin = ref MemoryMarshal.GetReference(_source);
        for (; at <= _source.Length - width; at += width)
        {
            var mask = Specials(Vector128.LoadUnsafe(ref origin, (nuint)at));
            if (mask != 0)
                return at + BitOperations.TrailingZeroCount(mask);
        }

        if (at >= _source.Length)
            return _source.Length;
        if (_source.Length >= width)
        {
            // The last bytes together with some that were looked at already.
            var from = _source.Length - width;
            var mask = Specials(Vector128.LoadUnsafe(ref origin, (nuint)from)) >> (at - from);
            return mask == 0 ? _source.Length : at + BitOperations.TrailingZeroCount(mask);
        }

        while (at < _source.Length && _source[at] is not ((byte)'"' or (byte)'\\' or < 0x20))
            at++;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Specials(Vector128<byte> bytes) =>
        (Vector128.Equals(bytes, Vector128.Create((byte)'"')) | Vector128.Equals(bytes, Vector128.Create((byte)'\\')) | Vector128.LessThan(bytes, Vector128.Create((byte)0x20)))
        .ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Specials(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create((byte)'"')) | Vector256.Equals(bytes, Vector256.Create((byte)'\\')) | Vector256.LessThan(bytes, Vector256.Create((byte)0x20)))
        .ExtractMostSignificantBits();

    private readonly int ReadEscape(int at)
    {
        switch (At(at))
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return at + 1;
            case (byte)'u':
                var unit = ReadHex(at + 1);
                at += 5;
                if (char.IsLowSurrogate((char)unit))
                    Malformed(at - 1);
                if (!char.IsHighSurrogate((char)unit))
                    return at;
                if (At(at) != '\\' || At(at + 1) != 'u' || !char.IsLowSurrogate((char)ReadHex(at + 2)))
                    Malformed(at);
                return at + 6;
            default:
                Malformed(at);
                return at;
        }
    }

    private readonly int ReadHex(int at)
    {
        var unit = 0;
        for (var i = 0; i < 4; i++)
        {
            if (!char.IsAsciiHexDigit((char)At(at + i)))
                Malformed(at + i);
            unit = (unit << 4) | HexValue(At(at + i));
        }

        return unit;
    }

    private static int HexValue(byte digit) => IsDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
