using System.Buffers.Text;
using System.Text.Json;

namespace Dreaming.Contracts;

/// <summary>How the scanner reads numbers: a short one has its value as soon as its end is found.</summary>
internal ref partial struct JsonScanner
{
    /// <summary>The most characters of a number whose digits are certain to fit a long.</summary>
    public const int ShortNumber = 18;

    // 15 digits are exact in a double, and so are these powers: one division rounds correctly.
    private const int ExactDigits = 15;
    private static readonly double[] Powers = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>The number is written without fraction and exponent.</summary>
    public readonly bool IsWhole => _whole;

    /// <summary>The number as digits and their places behind the point, when it is short enough and has no exponent.</summary>
    public readonly bool TryGetShort(out long digits, out int places)
    {
        places = _places;
        digits = _source[_start] == '-' ? -(long)_digits : (long)_digits;
        return _length <= ShortNumber && !_exponent;
    }

    public readonly bool TryGetInt64(out long value) =>
        (_whole && TryGetShort(out value, out _)) || (Utf8Parser.TryParse(ValueSpan, out value, out var consumed) && consumed == _length);

    public readonly bool TryGetUInt64(out ulong value)
    {
        if (_whole && TryGetShort(out var small, out _) && small > 0)
        {
            value = (ulong)small;
            return true;
        }

        return Utf8Parser.TryParse(ValueSpan, out value, out var consumed) && consumed == _length;
    }

    public readonly bool TryGetDouble(out double value)
    {
        // Zero has a sign in a double, which the digits have lost.
        if (_length <= ExactDigits && TryGetShort(out var digits, out var places) && digits != 0)
        {
            value = digits / Powers[places];
            return true;
        }

        return Utf8Parser.TryParse(ValueSpan, out value, out var consumed, Format) && consumed == _length;
    }

    public readonly bool TryGetSingle(out float value) => Utf8Parser.TryParse(ValueSpan, out value, out var consumed, Format) && consumed == _length;

    public readonly bool TryGetDecimal(out decimal value)
    {
        if (TryGetShort(out var digits, out var places))
        {
            var size = (ulong)Math.Abs(digits);
            value = new decimal((int)size, (int)(size >> 32), 0, digits < 0, (byte)places);
            return true;
        }

        return Utf8Parser.TryParse(ValueSpan, out value, out var consumed, Format) && consumed == _length;
    }

    private void ReadNumber(int start)
    {
        var at = start;
        var digits = 0UL;
        if (At(at) == '-')
            at++;
        if (At(at) == '0')
            at++;
        else
            at = ReadDigits(at, ref digits);
        _whole = true;
        _exponent = false;
        _places = 0;
        if (At(at) == '.')
        {
            var point = at;
            at = ReadDigits(at + 1, ref digits);
            _whole = false;
            _places = at - point - 1;
        }

        _digits = digits;
        if ((At(at) | 0x20) == 'e')
        {
            at++;
            if (At(at) is (byte)'+' or (byte)'-')
                at++;
            at = ReadDigits(at, ref digits);
            _whole = false;
            _exponent = true;
        }

        Accept(JsonTokenType.Number, start, at - start);
    }

    private readonly int ReadDigits(int at, ref ulong digits)
    {
        if (!IsDigit(At(at)))
            Malformed(at);
        do
        {
            digits = (digits * 10) + At(at) - '0';
            at++;
        }
        while (IsDigit(At(at)));
        return at;
    }

    private readonly char Format => _exponent ? 'e' : '\0';
}
