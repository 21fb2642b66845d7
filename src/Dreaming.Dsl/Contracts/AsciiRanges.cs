using System.Runtime.Intrinsics;

namespace Dreaming.Contracts;

/// <summary>A pattern whose texts are all equally long and have one range of characters at each place: all places are held to theirs at once.</summary>
internal sealed class AsciiRanges
{
    /// <summary>The most places, and how many bytes are looked at.</summary>
    public const int Width = 16;

    private readonly Vector128<byte> _lowest;
    private readonly Vector128<byte> _span;

    private AsciiRanges(Vector128<byte> lowest, Vector128<byte> span) => (_lowest, _span) = (lowest, span);

    /// <summary>The ranges of some places; null when there are too many, or a place takes what is no range.</summary>
    /// <param name="places">For each place, the characters that it takes.</param>
    public static AsciiRanges? TryMake(IReadOnlyList<bool[]> places)
    {
        if (places.Count > Width)
            return null;
        Span<byte> lowest = stackalloc byte[Width];
        Span<byte> span = stackalloc byte[Width];
        // Behind the last place anything may stand.
        lowest.Clear();
        span.Fill(byte.MaxValue);
        for (var i = 0; i < places.Count; i++)
        {
            var (from, to) = (Array.IndexOf(places[i], true), Array.LastIndexOf(places[i], true));
            if (from < 0 || places[i].AsSpan(from..to).Contains(false))
                return null;
            (lowest[i], span[i]) = ((byte)from, (byte)(to - from));
        }

        return new(Vector128.Create<byte>(lowest), Vector128.Create<byte>(span));
    }

    /// <summary>Each place has a character of its range.</summary>
    /// <param name="from">The text's first byte and what follows, at least <see cref="Width"/> bytes.</param>
    public bool Match(ReadOnlySpan<byte> from) =>
        Vector128.LessThanOrEqualAll(Vector128.Create(from) - _lowest, _span);
}
