using System.Collections.Immutable;
using System.Runtime.Intrinsics;

namespace Dreaming.Contracts;

/// <summary>
/// A pattern as a table: one step a character, for whole texts of ASCII. Only patterns whose meaning there is plain are made into one: literals, classes, groups,
/// alternatives and repetitions. Every other pattern is left to <see cref="System.Text.RegularExpressions.Regex"/>.
/// </summary>
internal sealed class AsciiAutomaton
{
    private const int Alphabet = 128;
    private const int MostStates = 128;

    // The state that nothing leads out of.
    private const byte Dead = 0;
    private const byte Start = 1;

    // So many states are moved through in one register.
    private const int FewStates = 16;

    // A row for each state; what stands in it is where the next state's row begins.
    private readonly ushort[] _next;
    private readonly bool[] _accepts;

    // The length of the only texts that match, where each place has its own class whatever stands before; else less than zero.
    private readonly int _fixedLength;
    private readonly AsciiRanges? _ranges;

    // For each character the state that follows each state; null when there are more than a few.
    private readonly Vector128<byte>[]? _moves;

    private AsciiAutomaton(ushort[] next, bool[] accepts)
    {
        (_next, _accepts) = (next, accepts);
        _fixedLength = FixedLength(next, accepts);
        if (_fixedLength >= 0)
            _ranges = AsciiRanges.TryMake([.. Enumerable.Range(Start, _fixedLength).Select(state => Array.ConvertAll(next[(state * Alphabet)..((state + 1) * Alphabet)], row => row != Dead))]);
        if (accepts.Length <= FewStates)
            _moves = [.. Enumerable.Range(0, Alphabet).Select(Moves)];
    }

    /// <summary>The whole text matches.</summary>
    /// <param name="from">The text, ASCII, and whatever follows it.</param>
    /// <param name="length">The text's length.</param>
    public bool Matches(ReadOnlySpan<byte> from, int length)
    {
        if (_fixedLength >= 0 && length != _fixedLength)
            return false;
        if (_ranges is { } ranges && from.Length >= AsciiRanges.Width)
            return ranges.Match(from);
        var text = from[..length];
        return _moves is { } moves ? Moved(moves, text) : Walked(text);
    }

    // Which state follows is a matter of one instruction that needs no memory; what it takes from memory depends on the character alone.
    private bool Moved(Vector128<byte>[] moves, ReadOnlySpan<byte> text)
    {
        var state = Vector128.CreateScalar(Start);
        foreach (var character in text)
            state = Vector128.ShuffleNative(moves[character], state);
        return _accepts[state.ToScalar()];
    }

    private bool Walked(ReadOnlySpan<byte> text)
    {
        var next = _next;
        var row = Start * Alphabet;
        foreach (var character in text)
            row = next[row + character];
        return _accepts[row / Alphabet];
    }

    private Vector128<byte> Moves(int character)
    {
        Span<byte> moves = stackalloc byte[FewStates];
        moves.Clear();
        for (var state = 0; state < _accepts.Length; state++)
            moves[state] = (byte)(_next[(state * Alphabet) + character] / Alphabet);
        return Vector128.Create<byte>(moves);
    }

    private static int FixedLength(ushort[] next, bool[] accepts)
    {
        var last = accepts.Length - 1;
        for (var state = (int)Start; state <= last; state++)
        {
            if (accepts[state] != (state == last))
                return -1;
            foreach (var row in next.AsSpan(state * Alphabet, Alphabet))
                if (row != Dead && (state == last || row != (state + 1) * Alphabet))
                    return -1;
        }

        return last - Start;
    }

    /// <summary>The automaton of a pattern; null when the pattern is not that plain, or would need a large table.</summary>
    public static AsciiAutomaton? TryCompile(string pattern)
    {
        if (AsciiPattern.TryParse(pattern) is not { } nodes)
            return null;
        var states = new Dictionary<string, byte>(StringComparer.Ordinal);
        var sets = new List<ImmutableSortedSet<int>> { ImmutableSortedSet<int>.Empty };
        var table = new List<byte[]> { new byte[Alphabet] };
        Add(nodes.Closure([nodes.First]));
        var representatives = nodes.Representatives();
        for (var at = Start; at < sets.Count; at++)
        {
            var row = new byte[Alphabet];
            for (var c = 0; c < Alphabet; c++)
            {
                if (representatives[c] < c)
                {
                    row[c] = row[representatives[c]];
                    continue;
                }

                var reached = nodes.Step(sets[at], (char)c);
                if (!reached.IsEmpty && !TryFind(reached, out row[c]))
                    return null;
            }

            table.Add(row);
        }

        return new([.. table.SelectMany(r => r).Select(state => (ushort)(state * Alphabet))], [.. sets.Select(s => s.Contains(AsciiPattern.End))]);

        bool TryFind(ImmutableSortedSet<int> set, out byte state)
        {
            if (states.TryGetValue(string.Join(',', set), out state))
                return true;
            if (sets.Count > MostStates)
                return false;
            state = Add(set);
            return true;
        }

        byte Add(ImmutableSortedSet<int> set)
        {
            var state = (byte)sets.Count;
            states[string.Join(',', set)] = state;
            sets.Add(set);
            return state;
        }
    }
}
