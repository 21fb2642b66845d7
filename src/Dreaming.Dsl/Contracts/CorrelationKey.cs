using System.Globalization;

namespace Dreaming.Contracts;

/// <summary>The value of a correlating member, without a box. A missing or null value is a key like any other.</summary>
public readonly record struct CorrelationKey
{
    private readonly Kind _kind;
    private readonly string? _text;
    private readonly ulong _low;
    private readonly ulong _high;

    private CorrelationKey(Kind kind, string? text, ulong low, ulong high)
    {
        _kind = kind;
        _text = text;
        _low = low;
        _high = high;
    }

    private enum Kind : byte
    {
        None,
        Text,
        Number,
        Guid,
    }

    /// <summary>No value: the member was missing or null.</summary>
    public static CorrelationKey None => default;

    /// <summary>A text; compared ordinally.</summary>
    public static CorrelationKey Of(string? value) => value is null ? None : new(Kind.Text, value, 0, 0);

    /// <summary>A whole number, a truth value as 0 or 1, an enum by its number, a date by its day number, an instant by its UTC ticks.</summary>
    public static CorrelationKey Of(long value) => new(Kind.Number, null, unchecked((ulong)value), 0);

    /// <summary>A UUID.</summary>
    public static CorrelationKey Of(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes);
        return new(Kind.Guid, null, BitConverter.ToUInt64(bytes), BitConverter.ToUInt64(bytes[8..]));
    }

    /// <summary>The value for a reader; empty for no value.</summary>
    public override string ToString()
    {
        if (_kind != Kind.Guid)
            return _kind == Kind.Number ? unchecked((long)_low).ToString(CultureInfo.InvariantCulture) : _text ?? "";
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, _low);
        BitConverter.TryWriteBytes(bytes[8..], _high);
        return new Guid(bytes).ToString();
    }
}
