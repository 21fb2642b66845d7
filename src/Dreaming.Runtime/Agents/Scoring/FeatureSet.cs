namespace Dreaming.Agents.Scoring;

/// <summary>A sparse set of binary features, hashed into a fixed number of dimensions.</summary>
internal sealed class FeatureSet(int dimensions)
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly List<int> _on = new(64);

    public int Dimensions { get; } = dimensions;

    /// <summary>The features, without repetition.</summary>
    public List<int> On => _on;

    public void Clear() => _on.Clear();

    public void Add(ReadOnlySpan<char> a, ReadOnlySpan<char> b = default, ReadOnlySpan<char> c = default, ReadOnlySpan<char> d = default)
    {
        var hash = Offset;
        Mix(ref hash, a);
        Mix(ref hash, b);
        Mix(ref hash, c);
        Mix(ref hash, d);
        // FNV leaves the low bits weak for short texts.
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15UL;
        var index = (int)(hash >> 40) % Dimensions;
        if (!_on.Contains(index))
            _on.Add(index);
    }

    public int[] ToArray() => [.. _on];

    private static void Mix(ref ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        hash = (hash ^ 0x1F) * Prime;
    }
}
