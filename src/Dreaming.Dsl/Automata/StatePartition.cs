using System;
using System.Collections.Generic;

namespace Dreaming.Automata;

/// <summary>
/// The coarsest partition of an automaton's states in which equal states are those with the same future. The algorithm is Hopcroft's (1971), on the arrays of Valmari
/// (Fast brief practical DFA minimization, 2012): a block's states lie next to each other, and marking one moves it to the front of its block.
/// </summary>
internal sealed class StatePartition
{
    private readonly int[] _states;
    private readonly int[] _placeOf;
    private readonly List<int> _first = [];
    private readonly List<int> _end = [];
    private readonly List<int> _marked = [];
    private readonly Stack<int> _splitters = new();

    private StatePartition(int states)
    {
        BlockOf = new int[states];
        _states = new int[states];
        _placeOf = new int[states];
        for (var state = 0; state < states; state++)
            _states[state] = _placeOf[state] = state;
        _first.Add(0);
        _end.Add(states);
        _marked.Add(0);
        _splitters.Push(0);
    }

    /// <summary>The number of blocks.</summary>
    public int Blocks => _first.Count;

    /// <summary>The block of each state.</summary>
    public int[] BlockOf { get; }

    /// <summary>The partition by future of an automaton's states.</summary>
    public static StatePartition Of(Automaton automaton)
    {
        var partition = new StatePartition(automaton.States);
        for (var state = 0; state < automaton.States; state++)
            if (automaton.Accepting[state])
                partition.Mark(state);
        partition.Split(0);

        var predecessors = new Predecessors(automaton);
        var touched = new List<int>();
        while (partition._splitters.Count > 0)
        {
            // What was the block when it was taken splits all others, also where it is split itself meanwhile.
            var splitter = partition.TakeSplitter();
            for (var letter = 0; letter < automaton.Letters; letter++)
            {
                foreach (var state in splitter)
                    foreach (var before in predecessors.Of(state, letter))
                        if (partition.Mark(before))
                            touched.Add(partition.BlockOf[before]);
                foreach (var block in touched)
                    partition.Split(block);
                touched.Clear();
            }
        }

        return partition;
    }

    private int[] TakeSplitter()
    {
        var block = _splitters.Pop();
        var states = new int[_end[block] - _first[block]];
        Array.Copy(_states, _first[block], states, 0, states.Length);
        return states;
    }

    // Each state comes at most once between two splits, since the automaton is deterministic. True for the first of its block.
    private bool Mark(int state)
    {
        var block = BlockOf[state];
        var (from, to) = (_placeOf[state], _first[block] + _marked[block]);
        var other = _states[to];
        (_states[from], _placeOf[other]) = (other, from);
        (_states[to], _placeOf[state]) = (state, to);
        return _marked[block]++ == 0;
    }

    // Makes a block of its own of the smaller part.
    private void Split(int block)
    {
        var (first, end, middle) = (_first[block], _end[block], _first[block] + _marked[block]);
        _marked[block] = 0;
        if (middle == first || middle == end)
            return;
        var made = _first.Count;
        if (middle - first <= end - middle)
        {
            _first.Add(first);
            _end.Add(middle);
            _first[block] = middle;
        }
        else
        {
            _first.Add(middle);
            _end.Add(end);
            _end[block] = middle;
        }

        _marked.Add(0);
        _splitters.Push(made);
        for (var at = _first[made]; at < _end[made]; at++)
            BlockOf[_states[at]] = made;
    }
}
