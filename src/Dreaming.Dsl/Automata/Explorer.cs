using System;
using System.Collections.Generic;
using System.Threading;

namespace Dreaming.Automata;

/// <summary>What a search goes by.</summary>
internal enum Weigh
{
    /// <summary>What is owed: some witness, soon.</summary>
    Greedy,

    /// <summary>A witness with the fewest events.</summary>
    Events,

    /// <summary>A witness with the fewest messages of the user.</summary>
    Turns,

    /// <summary>A witness with the fewest calls.</summary>
    Calls,
}

/// <summary>How a search ended.</summary>
internal enum Ending
{
    /// <summary>A trace that every strand accepts.</summary>
    Found,

    /// <summary>Everything was visited: there is none.</summary>
    None,

    /// <summary>Everything that there was room for was visited.</summary>
    NoRoom,

    /// <summary>The bound was reached.</summary>
    Bound,
}

/// <summary>
/// Searches the conjunction of a selection of strands, made as it goes. A conversation begins with a message of the user; signals follow one, in their order, before anything else does.
/// </summary>
internal sealed class Explorer
{
    private const int MostSpaces = 8;
    private const ulong Stays = 0x80;
    private const ulong Nothing = 0x7F;

    private readonly NodeTable _nodes;
    private readonly Frontier _frontier;
    private readonly Strand[] _free;
    private readonly KeySpace[] _keyed;
    private readonly Move[] _moves;
    private readonly ushort[] _from;
    private readonly ushort[] _to;
    private readonly bool _sets;
    private readonly bool _ordered;
    private readonly ushort _noSignals;
    private readonly ushort[] _start;
    private Weigh _weigh;
    private bool _full;
    private int _found = -1;

    /// <param name="space">What is searched.</param>
    /// <param name="memory">What the search works in.</param>
    /// <param name="strands">The selection.</param>
    /// <param name="sets">In key spaces a vector stands for one value or more. Then what is not found does not exist; else what is found exists.</param>
    /// <param name="never">Events that are known not to happen.</param>
    /// <param name="start">Where the conversation stands; null for before it.</param>
    public Explorer(PolicySpace space, SearchMemory memory, Strand[] strands, bool sets, Standing? start = null, bool[]? never = null)
    {
        (_nodes, _frontier, _sets) = (memory.Nodes, memory.Frontier, sets);
        _free = Array.FindAll(strands, s => s.Group < 0);
        var width = 1 + _free.Length;
        var keyed = new List<KeySpace>();
        for (var group = 0; group < space.Keys.Length; group++)
        {
            var members = Array.FindAll(strands, s => s.Group == group);
            if (members.Length == 0)
                continue;
            var slots = Math.Max(sets ? space.Limits.Situations : space.Limits.Keys, start?.Vectors(group, members).Count ?? 0);
            keyed.Add(new(group, members, width, slots + (Array.Exists(members, m => m.Goal) ? 1 : 0), sets));
            width += keyed[keyed.Count - 1].Length;
        }

        _keyed = keyed.ToArray();
        _moves = Automata.Move.Of(space.Alphabet, never, _free, _keyed);
        _ordered = Array.Exists(_moves, m => m.Class == EventClass.Signal);
        _noSignals = (ushort)(1 + space.Model.Signals.Length);
        Width = width;
        _from = new ushort[(width + 3) & ~3];
        _to = new ushort[_from.Length];
        _start = new ushort[_from.Length];
        foreach (var key in _keyed)
            key.Begin(_start);
        start?.Write(_start, _free, _keyed, _ordered ? _noSignals : (ushort)1, _ordered);
    }

    public int Width { get; }

    /// <summary>The strands correlated by some member.</summary>
    public bool HasKeys => _keyed.Length > 0;

    /// <summary>How many nodes the last search visited.</summary>
    public int Visited => _nodes.Count;

    public Ending Run(Weigh weigh, int bound, CancellationToken ct)
    {
        if (_keyed.Length > MostSpaces || Array.Exists(_keyed, k => k.Settled >= (int)Nothing))
            return Ending.Bound;
        (_weigh, _full, _found) = (weigh, false, -1);
        _nodes.Reset(Width);
        _frontier.Reset();
        var distance = 0;
        for (var at = 0; at < _free.Length; at++)
            distance = Math.Min(Strand.Never, distance + _free[at].Distance[_start[1 + at]]);
        foreach (var key in _keyed)
            distance = Math.Min(Strand.Never, distance + key.Distance(_start));
        if (distance >= Strand.Never)
            return Ending.None;
        Array.Copy(_start, _to, _to.Length);
        Arrive(-1, -1, 0, distance);
        while (_frontier.TryTake(out var node, out var priority))
        {
            if (_weigh != Weigh.Greedy && _nodes.Cost[node] != priority)
                continue;
            _nodes.Read(node, _from);
            if (_nodes.Distance[node] == 0 && _from[0] != 0)
            {
                _found = node;
                return Ending.Found;
            }

            if (_nodes.Count > bound)
                return Ending.Bound;
            if ((node & 63) == 0)
                ct.ThrowIfCancellationRequested();
            for (var move = 0; move < _moves.Length; move++)
                Try(node, move);
        }

        return _full ? Ending.NoRoom : Ending.None;
    }

    /// <summary>The trace that was found. Of a search over sets there is none.</summary>
    public List<TraceStep> Trace(int groups)
    {
        var path = new List<int>();
        for (var node = _found; _nodes.Parent[node] >= 0; node = _nodes.Parent[node])
            path.Add(node);
        path.Reverse();
        var naming = Array.ConvertAll(_keyed, k => new KeyNaming(k, _start));
        var trace = new List<TraceStep>(path.Count);
        foreach (var node in path)
        {
            _nodes.Read(_nodes.Parent[node], _from);
            var move = _moves[_nodes.Move[node]];
            int[]? keys = null;
            for (var at = 0; at < naming.Length; at++)
            {
                if (move.Keyed[at] is not { } keyMove)
                    continue;
                keys ??= new int[groups];
                keys[_keyed[at].Group] = naming[at].Follow(_from, keyMove, (int)(_nodes.Choice[node] >> (at * 8) & Nothing));
            }

            trace.Add(new(move.Event, keys));
        }

        return trace;
    }

    private void Try(int node, int at)
    {
        var move = _moves[at];
        var place = _from[0];
        ushort next;
        if (move.Class == EventClass.User)
            next = 1;
        else if (place == 0 || (move.Class == EventClass.Signal && move.Signal + 1 < place))
            return;
        else
            next = !_ordered ? (ushort)1 : move.Class == EventClass.Signal ? (ushort)(move.Signal + 2) : _noSignals;

        var distance = _nodes.Distance[node];
        var changed = next != place;
        foreach (var key in _keyed)
            distance -= key.Distance(_from);
        for (var i = 0; i < move.Free.Length; i++)
        {
            var strand = _free[move.Free[i]];
            var from = _from[1 + move.Free[i]];
            var to = strand.Next[(from * strand.LetterCount) + move.Letters[i]];
            if (strand.Distance[to] == Strand.Never)
                return;
            distance += strand.Distance[to] - strand.Distance[from];
            changed |= from != to;
        }

        if (!changed && _keyed.Length == 0)
            return;
        Array.Copy(_from, _to, _to.Length);
        _to[0] = next;
        for (var i = 0; i < move.Free.Length; i++)
        {
            var strand = _free[move.Free[i]];
            ref var state = ref _to[1 + move.Free[i]];
            state = strand.Next[(state * strand.LetterCount) + move.Letters[i]];
        }

        TrySpaces(node, at, 0, 0, distance);
    }

    // Every way to choose whose event it is, space by space.
    private void TrySpaces(int node, int at, int space, ulong choice, int distance)
    {
        if (space == _keyed.Length)
        {
            Arrive(node, at, choice, distance);
            return;
        }

        var key = _keyed[space];
        if (_moves[at].Keyed[space] is not { } move)
        {
            Array.Copy(_from, key.Offset, _to, key.Offset, key.Length);
            TrySpaces(node, at, space + 1, choice | Nothing << (space * 8), distance + key.Distance(_from));
            return;
        }

        if (!move.Acts)
        {
            TrySpace(node, at, space, choice, distance, -1, false);
            return;
        }

        for (var slot = 0; slot < key.Slots && key.IsTaken(_from, slot); slot++)
        {
            if (key.RepeatsPrevious(_from, slot))
                continue;
            TrySpace(node, at, space, choice, distance, slot, false);
            if (_sets && !(key.Tracked && slot == 0))
                TrySpace(node, at, space, choice, distance, slot, true);
        }

        TrySpace(node, at, space, choice, distance, key.Slots, false);
        if (key.HasSettled(_from))
            TrySpace(node, at, space, choice, distance, key.Settled, false);
    }

    private void TrySpace(int node, int at, int space, ulong choice, int distance, int slot, bool stays)
    {
        var owed = _keyed[space].Apply(_from, _to, _moves[at].Keyed[space]!, slot, stays, out var full);
        _full |= full;
        if (owed >= Strand.Never)
            return;
        var chosen = (slot < 0 ? Nothing : (ulong)slot) | (stays ? Stays : 0);
        TrySpaces(node, at, space + 1, choice | chosen << (space * 8), distance + owed);
    }

    private void Arrive(int parent, int move, ulong choice, int distance)
    {
        var cost = parent < 0 ? 0 : _nodes.Cost[parent] + Cost(_moves[move].Class);
        var node = _nodes.Add(_to, out var made);
        if (!made && (_weigh == Weigh.Greedy || cost >= _nodes.Cost[node]))
            return;
        (_nodes.Parent[node], _nodes.Move[node], _nodes.Choice[node], _nodes.Cost[node], _nodes.Distance[node]) = (parent, move, choice, cost, distance);
        _frontier.Add(node, _weigh == Weigh.Greedy ? distance : cost);
    }

    private int Cost(EventClass @class) => _weigh switch
    {
        Weigh.Turns => @class == EventClass.User ? 1 : 0,
        Weigh.Calls => @class == EventClass.Call ? 1 : 0,
        _ => 1,
    };
}
