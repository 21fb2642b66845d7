using System;

namespace Dreaming.Automata;

/// <summary>The nodes that a search has yet to leave, by priority; the last added of one priority comes first.</summary>
internal sealed class Frontier
{
    private const int Priorities = 1024;

    private readonly int[] _first = new int[Priorities];
    private int[] _node = new int[1 << 10];
    private int[] _next = new int[1 << 10];
    private int _count;
    private int _lowest;
    private int _highest;

    public Frontier() => Reset();

    public void Reset()
    {
        for (var at = 0; at <= _highest; at++)
            _first[at] = -1;
        (_count, _lowest, _highest) = (0, Priorities, 0);
    }

    /// <summary>Adds a node. Priorities past the last count as the last.</summary>
    public void Add(int node, int priority)
    {
        priority = Math.Min(priority, Priorities - 1);
        while (_highest < priority)
            _first[++_highest] = -1;
        if (_count == _node.Length)
        {
            Array.Resize(ref _node, _count * 2);
            Array.Resize(ref _next, _count * 2);
        }

        (_node[_count], _next[_count]) = (node, _first[priority]);
        _first[priority] = _count++;
        _lowest = Math.Min(_lowest, priority);
    }

    /// <summary>Takes a node of the lowest priority.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryTake(out int node, out int priority)
    {
        while (_lowest <= _highest)
        {
            var at = _first[_lowest];
            if (at >= 0)
            {
                _first[_lowest] = _next[at];
                (node, priority) = (_node[at], _lowest);
                return true;
            }

            _lowest++;
        }

        (node, priority) = (-1, -1);
        return false;
    }
}
