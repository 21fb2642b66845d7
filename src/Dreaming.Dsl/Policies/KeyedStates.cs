using Dreaming.Contracts;

namespace Dreaming;

/// <summary>The states of the constraints that one member correlates, for each of its values that has occurred and for one that has not.</summary>
internal sealed class KeyedStates
{
    private readonly int _space;
    private readonly PolicyTable _table;
    private readonly int _width;
    private readonly Dictionary<CorrelationKey, int> _entries;
    private readonly int[] _virgin;
    private readonly VerdictCounts[] _counts;
    private readonly int[] _letters;

    // By constraint: the values whose state an event changes that is not one of theirs.
    private readonly EntrySet[] _awake;
    private CorrelationKey[] _keys = new CorrelationKey[4];
    private int[] _rows;

    public KeyedStates(int space, PolicyTable table)
    {
        (_space, _table, _width) = (space, table, table.First.Length);
        _entries = [];
        _virgin = [.. table.First];
        _counts = new VerdictCounts[_width];
        _letters = new int[_width];
        _awake = [.. Enumerable.Range(0, _width).Select(_ => new EntrySet())];
        _rows = new int[_keys.Length * _width];
    }

    private KeyedStates(KeyedStates other)
    {
        (_space, _table, _width) = (other._space, other._table, other._width);
        _entries = new(other._entries);
        (_virgin, _counts, _letters) = ([.. other._virgin], [.. other._counts], new int[_width]);
        (_keys, _rows) = ([.. other._keys], [.. other._rows]);
        _awake = Array.ConvertAll(other._awake, awake => awake.Fork());
    }

    /// <summary>The number of values that have occurred.</summary>
    public int Count => _entries.Count;

    public CorrelationKey KeyAt(int entry) => _keys[entry];

    public KeyedStates Fork() => new(this);

    public void Reset()
    {
        _entries.Clear();
        _table.First.CopyTo(_virgin, 0);
        Array.Clear(_counts);
        foreach (var awake in _awake)
            awake.Clear();
    }

    /// <summary>The entry of a value; -1 when it has not occurred.</summary>
    public int Find(CorrelationKey key) => _entries.TryGetValue(key, out var entry) ? entry : -1;

    /// <summary>The state of a constraint for a value; -1 is a value that has not occurred.</summary>
    public int StateOf(int slot, int entry) => _table.States[RowOf(slot, entry)];

    public RvVerdict VerdictOf(int slot, int entry) => (RvVerdict)(_table.Facts[RowOf(slot, entry)] & PolicyTable.VerdictMask);

    /// <summary>How many values have each verdict.</summary>
    public VerdictCounts CountsOf(int slot) => _counts[slot];

    /// <summary>The verdict of a constraint for all values, those that have not occurred included.</summary>
    public RvVerdict VerdictOf(int slot) => _counts[slot].Conjunction is var verdict && verdict == RvVerdict.PermanentlySatisfied ? VerdictOf(slot, -1) : verdict;

    /// <summary>An event of a value.</summary>
    public void Act(KeyPlan plan, int kind, ulong held, CorrelationKey key, UndoLog? log)
    {
        for (var slot = 0; slot < _width; slot++)
            _letters[slot] = _table.Others[(slot * 4) + kind];
        foreach (var step in plan.Steps)
            _letters[step.Place] = step.LetterFor(held);
        if (!_entries.TryGetValue(key, out var entry))
            entry = Create(key, log);
        var rows = _rows.AsSpan(entry * _width, _width);
        for (var slot = 0; slot < _width; slot++)
        {
            var to = _letters[slot] < 0 ? rows[slot] : _table.Next[rows[slot] + _letters[slot]];
            if (to != rows[slot])
                Move(slot, entry, rows[slot], to, log);
        }

        Pass(kind, entry, log);
    }

    /// <summary>An event of no value of the member.</summary>
    public void Pass(int kind, UndoLog? log) => Pass(kind, -1, log);

    /// <summary>Whether an event of that plan is one of a value.</summary>
    public bool Acts(KeyPlan plan, int kind, ulong held)
    {
        if (plan.AlwaysActs)
            return true;
        foreach (var step in plan.Steps)
            if (step.LetterFor(held) != _table.Others[(step.Place * 4) + kind])
                return true;
        return false;
    }

    /// <summary>Puts the state of a constraint for a value back.</summary>
    public void Undo(int slot, int entry, int row)
    {
        if (entry < 0)
            _virgin[slot] = row;
        else
            Move(slot, entry, RowOf(slot, entry), row, null);
    }

    /// <summary>Forgets the value that occurred last, which is again as if it had not.</summary>
    public void UndoCreated()
    {
        var entry = _entries.Count - 1;
        for (var slot = 0; slot < _width; slot++)
        {
            _counts[slot].Add((int)VerdictOf(slot, entry), -1);
            _awake[slot].Remove(entry);
        }

        _entries.Remove(_keys[entry]);
    }

    // The event is one of no value, or of the one entry that has had its step.
    private void Pass(int kind, int acted, UndoLog? log)
    {
        for (var slot = 0; slot < _width; slot++)
        {
            var other = _table.Others[(slot * 4) + kind];
            if (other < 0)
                continue;
            var awake = _awake[slot];

            // From the last: an entry that falls asleep leaves its place to the last one, which has had its step.
            for (var at = awake.Count - 1; at >= 0; at--)
            {
                var entry = awake[at];
                var row = _rows[(entry * _width) + slot];
                if (entry != acted && PolicyTable.Wakes(_table.Facts[row], kind))
                    Move(slot, entry, row, _table.Next[row + other], log);
            }

            var virgin = _virgin[slot];
            if (!PolicyTable.Wakes(_table.Facts[virgin], kind))
                continue;
            log?.Keyed(_space, slot, -1, virgin);
            _virgin[slot] = _table.Next[virgin + other];
        }
    }

    private int Create(CorrelationKey key, UndoLog? log)
    {
        var entry = _entries.Count;
        if (entry == _keys.Length)
        {
            Array.Resize(ref _keys, entry * 2);
            Array.Resize(ref _rows, entry * 2 * _width);
        }

        _entries.Add(key, entry);
        _keys[entry] = key;
        _virgin.CopyTo(_rows, entry * _width);
        for (var slot = 0; slot < _width; slot++)
        {
            var facts = _table.Facts[_virgin[slot]];
            _counts[slot].Add(facts & PolicyTable.VerdictMask, 1);
            if (PolicyTable.Wakes(facts) != 0)
                _awake[slot].Add(entry);
        }

        log?.Created(_space);
        return entry;
    }

    private void Move(int slot, int entry, int from, int to, UndoLog? log)
    {
        log?.Keyed(_space, slot, entry, from);
        _rows[(entry * _width) + slot] = to;
        var (before, after) = (_table.Facts[from], _table.Facts[to]);
        if (((before ^ after) & PolicyTable.VerdictMask) != 0)
        {
            _counts[slot].Add(before & PolicyTable.VerdictMask, -1);
            _counts[slot].Add(after & PolicyTable.VerdictMask, 1);
        }

        var (was, wakes) = (PolicyTable.Wakes(before) != 0, PolicyTable.Wakes(after) != 0);
        if (was && !wakes)
            _awake[slot].Remove(entry);
        else if (wakes && !was)
            _awake[slot].Add(entry);
    }

    private int RowOf(int slot, int entry) => entry < 0 ? _virgin[slot] : _rows[(entry * _width) + slot];
}
