using System.Text.Json;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    /// <summary>Marks the element that <see cref="NextItem"/> moved to as one that must not stand in its array twice. Elements are scalars.</summary>
    public void UniqueItem()
    {
        _reader.ReadFirst();
        var hash = _reader.TokenType switch
        {
            JsonTokenType.String => Hash(),
            JsonTokenType.Number => _reader.TryGetDouble(out var value) ? (uint)value.GetHashCode() : 0,
            var token => (uint)token,
        };
        Remember((int)_reader.TokenStartIndex, hash);
    }

    /// <summary>Leaves an array of unique elements.</summary>
    /// <param name="minimum">The least number of elements.</param>
    /// <param name="maximum">The greatest number of elements.</param>
    public void EndUniqueArray(int minimum, int maximum)
    {
        if (!Stopped)
            ReportRepeatedItems(_path[_depth - 1].Index + 1);
        EndArray(minimum, maximum);
    }

    private void ReportRepeatedItems(int count)
    {
        var items = _keys.Slice(_keyCount - count, count);
        _keyCount -= count;
        if (AreFewAndApart(items))
            return;
        items.Sort();
        List<int>? repeated = null;
        for (int i = 1, first = 0; i < items.Length; i++)
        {
            if (items[i] >> 32 != items[i - 1] >> 32)
                first = i;
            else if (IsRepeatedItem(items, first, i))
                (repeated ??= []).Add((int)(uint)items[i]);
        }

        if (repeated is null)
            return;
        var starts = new int[count];
        for (var i = 0; i < count; i++)
            starts[i] = (int)(uint)items[i];
        Array.Sort(starts);
        repeated.Sort();
        ref var step = ref _path[_depth - 1];
        foreach (var start in repeated)
        {
            step.Index = Array.BinarySearch(starts, start);
            Report(Pointer(), "unique", "each element once", "the element again");
        }

        step.Index = count - 1;
    }

    private readonly bool IsRepeatedItem(ReadOnlySpan<ulong> items, int first, int at)
    {
        for (var i = first; i < at; i++)
            if (SameItem((int)(uint)items[i], (int)(uint)items[at]))
                return true;
        return false;
    }

    private readonly bool SameItem(int one, int other)
    {
        var left = new Utf8JsonReader(_source[one..]);
        var right = new Utf8JsonReader(_source[other..]);
        left.Read();
        right.Read();
        if (left.TokenType != right.TokenType)
            return false;
        switch (left.TokenType)
        {
            case JsonTokenType.String:
                return SameKey(one, other);
            case JsonTokenType.Number:
                // Decimal tells great whole numbers apart, and double those that are too small for decimal.
                return left.TryGetDouble(out var a) && right.TryGetDouble(out var b) && a == b
                    && !(left.TryGetDecimal(out var c) && right.TryGetDecimal(out var d) && c != d);
            default:
                return left.TokenType is JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null;
        }
    }
}
