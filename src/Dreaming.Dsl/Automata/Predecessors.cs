using System;

namespace Dreaming.Automata;

/// <summary>The steps of an automaton backwards.</summary>
internal sealed class Predecessors
{
    private readonly int _states;

    // The predecessors of a state under a letter stand from _from[letter * states + state] to where those of the next one begin.
    private readonly int[] _from;
    private readonly ushort[] _sources;

    public Predecessors(Automaton automaton)
    {
        _states = automaton.States;
        var (letters, next) = (automaton.Letters, automaton.Next);
        _from = new int[(letters * _states) + 1];
        _sources = new ushort[next.Length];
        for (var at = 0; at < next.Length; at++)
            _from[((at % letters) * _states) + next[at] + 1]++;
        for (var at = 1; at < _from.Length; at++)
            _from[at] += _from[at - 1];
        var free = (int[])_from.Clone();
        for (var at = 0; at < next.Length; at++)
            _sources[free[((at % letters) * _states) + next[at]]++] = (ushort)(at / letters);
    }

    /// <summary>The states from which the letter leads to the state.</summary>
    public ReadOnlySpan<ushort> Of(int state, int letter)
    {
        var at = (letter * _states) + state;
        return _sources.AsSpan(_from[at], _from[at + 1] - _from[at]);
    }
}
