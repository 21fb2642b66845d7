using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    internal void Release()
    {
        if (_keys is not null)
            ArrayPool<ulong>.Shared.Return(_keys);
        _keys = null;
    }

    private void Remember(int start) => Remember(start, Hash());

    private void Remember(int start, uint hash)
    {
        if (_keys is null || _keyCount == _keys.Length)
        {
            var larger = ArrayPool<ulong>.Shared.Rent(Math.Max(64, _keyCount * 2));
            _keys.AsSpan(0, _keyCount).CopyTo(larger);
            Release();
            _keys = larger;
        }

        _keys[_keyCount++] = ((ulong)hash << 32) | (uint)start;
    }

    // Sorted by hash, so that a hostile object with many keys costs no more than a sort. Reported in the order of the document.
    private void ReportRepeatedKeys(int count)
    {
        if (count == 0)
            return;
        var keys = _keys.AsSpan(_keyCount - count, count);
        _keyCount -= count;
        keys.Sort();
        List<int>? repeated = null;
        for (int i = 1, first = 0; i < keys.Length; i++)
        {
            if (keys[i] >> 32 != keys[i - 1] >> 32)
                first = i;
            else if (IsRepeated(keys, first, i))
                (repeated ??= []).Add((int)(uint)keys[i]);
        }

        if (repeated is null)
            return;
        repeated.Sort();
        ref var step = ref _path[_depth - 1];
        foreach (var start in repeated)
        {
            step.KeyStart = start;
            Report(Pointer(), "duplicate", "each key once", "the key again");
        }
    }

    private readonly bool IsRepeated(ReadOnlySpan<ulong> keys, int first, int at)
    {
        for (var i = first; i < at; i++)
            if (SameKey((int)(uint)keys[i], (int)(uint)keys[at]))
                return true;
        return false;
    }

    [SkipLocalsInit]
    private readonly uint Hash()
    {
        char[]? rented = null;
        var length = _reader.ValueSpan.Length;
        var buffer = length <= StackLimit ? stackalloc char[StackLimit] : rented = ArrayPool<char>.Shared.Rent(length);
        try
        {
            return (uint)string.GetHashCode(buffer[.._reader.CopyString(buffer)], StringComparison.Ordinal);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented);
        }
    }

    private readonly bool SameKey(int one, int other)
    {
        var left = new Utf8JsonReader(_source[one..]);
        var right = new Utf8JsonReader(_source[other..]);
        left.Read();
        right.Read();
        return left.ValueIsEscaped || right.ValueIsEscaped
            ? left.GetString() == right.GetString()
            : left.ValueSpan.SequenceEqual(right.ValueSpan);
    }
}
