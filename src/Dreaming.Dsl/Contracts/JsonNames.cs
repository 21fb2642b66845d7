using System.Collections.Immutable;
using System.Text;

namespace Dreaming.Contracts;

/// <summary>Names that a text can be one of. A text is found by its length and two of its bytes, and then compared with the few names that share them.</summary>
public sealed class JsonNames
{
    private const int Keys = 128;
    private const int None = -1;

    private readonly byte[][] _utf8;

    // The first name of each key, and behind each name the next one of the same key.
    private readonly int[] _first = new int[Keys];
    private readonly int[] _next;

    /// <summary>Makes the names findable.</summary>
    /// <param name="texts">The names, none of them twice.</param>
    public JsonNames(ImmutableArray<string> texts)
    {
        Texts = texts;
        _utf8 = [.. texts.Select(Encoding.UTF8.GetBytes)];
        _next = new int[texts.Length];
        Array.Fill(_first, None);
        for (var i = texts.Length - 1; i >= 0; i--)
        {
            ref var first = ref _first[Key(_utf8[i])];
            _next[i] = first;
            first = i;
        }
    }

    /// <summary>The names, in their order.</summary>
    public ImmutableArray<string> Texts { get; }

    /// <summary>The index of a name; less than zero when it is none.</summary>
    internal int IndexOf(ReadOnlySpan<byte> utf8)
    {
        for (var i = _first[Key(utf8)]; i >= 0; i = _next[i])
            if (utf8.SequenceEqual(_utf8[i]))
                return i;
        return None;
    }

    private static int Key(ReadOnlySpan<byte> utf8) =>
        utf8.IsEmpty ? 0 : (utf8.Length + (utf8[0] * 5) + (utf8[^1] * 3)) & (Keys - 1);
}
