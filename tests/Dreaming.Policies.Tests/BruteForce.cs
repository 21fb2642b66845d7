namespace Dreaming.Policies.Tests;

/// <summary>
/// Every conversation of a small policy, as the whole graph of what can be reached: states of each automaton for each of a fixed number of key values, with nothing merged, left out or
/// abstracted. A finite graph that is walked wholly decides without any bound on the length of traces. What it finds exists; what it does not find does not exist with so many values.
/// </summary>
internal sealed class BruteForce
{
    private const int MostNodes = 4_000;

    private readonly PolicyModel _model;
    private readonly int _keys;
    private readonly List<ConcreteEvent> _events;
    private readonly ulong[] _radix;
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<int[]> _nodes = [];
    private readonly List<(int From, int To, int Event)> _edges = [];

    public BruteForce(PolicyModel model, int keys, int[]? start = null)
    {
        (_model, _keys, _events) = (model, keys, ConcreteEvent.All(model, keys));
        if (!Array.Exists(model.Constraints, c => Array.Exists(c.Atoms, a => a.Guard is not null)))
            _events.RemoveAll(e => e.Guarded);
        _radix = [(ulong)model.Signals.Length + 2, .. model.Constraints.SelectMany(c => Enumerable.Repeat(2UL * (ulong)c.Automaton.States, c.Key is null ? 1 : keys))];
        Number(start ?? Beginning());
        for (var node = 0; node < _nodes.Count && !IsTooLarge; node++)
            for (var e = 0; e < _events.Count; e++)
                if (After(_nodes[node], _events[e]) is { } after)
                    _edges.Add((node, Number(after), e));
    }

    public bool IsTooLarge => _nodes.Count > MostNodes;

    /// <summary>The place in the conversation, then for each constraint (and each key value) twice the state, plus 1 when the value has occurred.</summary>
    public int[] Beginning() => new int[_radix.Length];

    public bool IsSatisfiable => Any(_ => true);

    public bool CanOccur(Func<ConcreteEvent, bool> isOne)
    {
        var good = Coreachable(AcceptsAll);
        return _edges.Exists(edge => good[edge.To] && isOne(_events[edge.Event]));
    }

    /// <summary>Some conversation meets all constraints but this one, and breaks it.</summary>
    public bool CanBreakAlone(int constraint) =>
        _nodes.Exists(node => node[0] != 0 && !Accepts(node, constraint) && Enumerable.Range(0, _model.Constraints.Length).All(c => c == constraint || Accepts(node, c)));

    /// <summary>The state after an event; null when the conversation cannot have it there.</summary>
    public int[]? After(int[] node, ConcreteEvent e)
    {
        var signal = Array.IndexOf(_model.Signals, e.Name);
        if (e.Kind != PolicyEventKind.UserTurn && (node[0] == 0 || (e.Kind == PolicyEventKind.Signal && node[0] > signal + 1)))
            return null;
        var after = (int[])node.Clone();
        after[0] = e.Kind == PolicyEventKind.UserTurn ? 1 : e.Kind == PolicyEventKind.Signal ? signal + 2 : _model.Signals.Length + 1;
        var at = 1;
        foreach (var constraint in _model.Constraints)
            for (var key = 0; key < (constraint.Key is null ? 1 : _keys); key++, at++)
            {
                var own = constraint.Key is null || key == e.Key;
                var letter = e.Letter(constraint, own);
                if (letter < 0)
                    continue;
                var occurred = (node[at] & 1) != 0 || (own && e.MatchedAtoms(constraint) != 0);
                after[at] = (constraint.Automaton.Next[((node[at] >> 1) * constraint.Automaton.Letters) + letter] * 2) + (occurred ? 1 : 0);
            }

        return after;
    }

    public bool Accepts(int[] node, int constraint)
    {
        var at = 1;
        for (var c = 0; c < constraint; c++)
            at += _model.Constraints[c].Key is null ? 1 : _keys;
        var model = _model.Constraints[constraint];
        for (var key = 0; key < (model.Key is null ? 1 : _keys); key++)
            if (!model.Automaton.Accepting[node[at + key] >> 1] && (model.Key is null || (node[at + key] & 1) != 0))
                return false;
        return true;
    }

    private bool Any(Func<int[], bool> also) => _nodes.Exists(node => AcceptsAll(node) && also(node));

    private bool AcceptsAll(int[] node) => node[0] != 0 && Enumerable.Range(0, _model.Constraints.Length).All(c => Accepts(node, c));

    private bool[] Coreachable(Func<int[], bool> isGood)
    {
        var good = _nodes.Select(isGood).ToArray();
        var into = _edges.ToLookup(edge => edge.To, edge => edge.From);
        var open = new Stack<int>(Enumerable.Range(0, good.Length).Where(n => good[n]));
        while (open.TryPop(out var node))
            foreach (var from in into[node])
                if (!good[from])
                {
                    good[from] = true;
                    open.Push(from);
                }

        return good;
    }

    private int Number(int[] node)
    {
        var code = 0UL;
        for (var at = 0; at < node.Length; at++)
            code = checked((code * _radix[at]) + (ulong)node[at]);
        if (!_numbers.TryGetValue(code, out var number))
        {
            _numbers.Add(code, number = _nodes.Count);
            _nodes.Add(node);
        }

        return number;
    }
}
