using System.Collections.Immutable;

namespace Dreaming.Contracts;

/// <summary>
/// A pattern as a table: one look-up a character, for whole texts of ASCII. Only patterns whose meaning there is plain are made into one: literals, classes, groups,
/// alternatives and repetitions. Every other pattern is left to <see cref="System.Text.RegularExpressions.Regex"/>.
/// </summary>
internal sealed class AsciiAutomaton
{
    private const int Alphabet = 128;
    private const int MostStates = 128;

    // The state that nothing leads out of.
    private const byte Dead = 0;
    private const byte Start = 1;

    // A row for each state; what stands in it is where the next state's row begins.
    private readonly ushort[] _next;
    private readonly bool[] _accepts;

    // The length of the only texts that match, where each place has its own class whatever stands before; else less than zero.
    private readonly int _fixedLength;

    private AsciiAutomaton(ushort[] next, bool[] accepts) => (_next, _accepts, _fixedLength) = (next, accepts, FixedLength(next, accepts));

    /// <summary>The whole text matches.</summary>
    /// <param name="text">ASCII.</param>
    public bool Matches(ReadOnlySpan<byte> text)
    {
        var next = _next;
        if (_fixedLength >= 0)
        {
            // The states follow each other, so that no look-up waits for the one before.
            if (text.Length != _fixedLength)
                return false;
            var all = true;
            for (var i = 0; i < text.Length; i++)
                all &= next[((Start + i) * Alphabet) + text[i]] != Dead;
            return all;
        }

        var row = Start * Alphabet;
        foreach (var character in text)
            row = next[row + character];
        return _accepts[row / Alphabet];
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
