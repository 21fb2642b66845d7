using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    private const int FewKeys = 8;

    internal void Release()
    {
        if (_rented is not null)
            ArrayPool<ulong>.Shared.Return(_rented);
        _rented = null;
    }

    private void Remember(int start) => Remember(start, Hash());

    private void Remember(int start, uint hash)
    {
        if (_keyCount == _keys.Length)
        {
            var larger = ArrayPool<ulong>.Shared.Rent(_keyCount * 2);
            _keys.CopyTo(larger);
            Release();
            _keys = _rented = larger;
        }

        _keys[_keyCount++] = ((ulong)hash << 32) | (uint)start;
    }

    // Sorted by hash, so that a hostile object with many keys costs no more than a sort. Reported in the order of the document.
    private void ReportRepeatedKeys(int count)
    {
        if (count == 0)
            return;
        var keys = _keys.Slice(_keyCount - count, count);
        _keyCount -= count;
        if (AreFewAndApart(keys))
            return;
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

    // Few keys with a hash each are soon compared.
    private static bool AreFewAndApart(ReadOnlySpan<ulong> keys)
    {
        if (keys.Length > FewKeys)
            return false;
        for (var i = 1; i < keys.Length; i++)
            for (var j = 0; j < i; j++)
                if (keys[i] >> 32 == keys[j] >> 32)
                    return false;
        return true;
    }

    private readonly bool IsRepeated(ReadOnlySpan<ulong> keys, int first, int at)
    {
        for (var i = first; i < at; i++)
            if (SameKey((int)(uint)keys[i], (int)(uint)keys[at]))
                return true;
        return false;
    }

    // Texts are the same when their bytes are, once escapes are written out.
    private readonly uint Hash() => _reader.ValueIsEscaped ? DecodedHash() : Hash(_reader.ValueSpan);

    [SkipLocalsInit]
    private readonly uint DecodedHash()
    {
        byte[]? rented = null;
        var length = _reader.ValueSpan.Length;
        var buffer = length <= StackLimit ? stackalloc byte[StackLimit] : rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return Hash(buffer[.._reader.CopyBytes(buffer)]);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented, clearArray: _concealed > 0);
        }
    }

    // The framework's hash of texts, which nobody can foretell: two bytes stand for a character, and a last one is added.
    private static uint Hash(ReadOnlySpan<byte> utf8) =>
        (uint)string.GetHashCode(MemoryMarshal.Cast<byte, char>(utf8)) + (utf8.Length % 2 == 0 ? 0u : utf8[^1]);

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
