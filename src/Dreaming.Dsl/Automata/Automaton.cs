using System;

namespace Dreaming.Automata;

/// <summary>
/// A complete deterministic automaton. Its letters are the sets of a constraint's bits, in their binary order. State 0 is the initial one.
/// The arrays are its own: who made or reads an automaton does not write to them.
/// </summary>
internal sealed class Automaton
{
    /// <summary>The most states that a table can number.</summary>
    public const int MostStates = ushort.MaxValue + 1;

    private byte[]? _verdicts;

    /// <summary>Takes a table as it is: not minimal, and perhaps with states that nothing leads to.</summary>
    /// <param name="letters">The number of letters, at least 1.</param>
    /// <param name="next">The next state, by <c>state * letters + letter</c>.</param>
    /// <param name="accepting">Whether a trace may end there, by state; at least one.</param>
    /// <exception cref="ArgumentException">The table does not fit the letters and states, or leads to a state that there is not.</exception>
    public Automaton(int letters, ushort[] next, bool[] accepting)
    {
        if (letters < 1 || accepting.Length is 0 or > MostStates || next.Length != (long)letters * accepting.Length)
            throw new ArgumentException($"A table of {next.Length} entries does not fit {accepting.Length} states and {letters} letters.", nameof(next));
        foreach (var state in next)
            if (state >= accepting.Length)
                throw new ArgumentException($"The table leads to state {state}, and there are {accepting.Length}.", nameof(next));
        (Letters, Next, Accepting) = (letters, next, accepting);
    }

    /// <summary>The number of letters.</summary>
    public int Letters { get; }

    /// <summary>The number of states.</summary>
    public int States => Accepting.Length;

    /// <summary>The next state, by <c>state * Letters + letter</c>.</summary>
    public ushort[] Next { get; }

    /// <summary>Whether a trace may end there, by state.</summary>
    public bool[] Accepting { get; }

    /// <summary>The verdict of RV-LTL in each state, from 0 to 3 in the order of RvVerdict: permanently violated, temporarily violated, temporarily satisfied, permanently satisfied.</summary>
    public byte[] Verdicts => _verdicts ??= VerdictClasses.Of(this);

    /// <summary>The automaton with the fewest states for the same language. Its states are numbered breadth first by letter, so that equal languages have equal tables.</summary>
    public Automaton Minimized() => AutomatonMinimization.Of(this);

    /// <summary>The automaton of all other traces.</summary>
    public Automaton Complement() => new(Letters, Next, Array.ConvertAll(Accepting, accepts => !accepts));
}
