using System.Numerics;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>The states of the constraints that hold for the conversation as one.</summary>
internal sealed class FreeStates
{
    private readonly PolicyTable _table;
    private readonly int[] _rows;

    // By kind of event: the constraints whose state it changes though they do not name it.
    private readonly ulong[] _awake;
    private readonly int _words;

    // What a conversation begins with.
    private readonly ulong[] _awakeAtFirst;
    private readonly VerdictCounts _countsAtFirst;
    private VerdictCounts _counts;

    public FreeStates(PolicyTable table)
    {
        _table = table;
        _rows = [.. table.First];
        _words = (_rows.Length + 63) / 64;
        _awake = new ulong[_words * 4];
        for (var slot = 0; slot < _rows.Length; slot++)
        {
            var facts = table.Facts[_rows[slot]];
            _counts.Add(facts & PolicyTable.VerdictMask, 1);
            Wake(slot, PolicyTable.Wakes(facts));
        }

        (_awakeAtFirst, _countsAtFirst) = ([.. _awake], _counts);
    }

    private FreeStates(FreeStates other)
    {
        (_table, _words, _counts) = (other._table, other._words, other._counts);
        (_rows, _awake) = ([.. other._rows], [.. other._awake]);
        (_awakeAtFirst, _countsAtFirst) = (other._awakeAtFirst, other._countsAtFirst);
    }

    public VerdictCounts Counts => _counts;

    public int StateOf(int slot) => _table.States[_rows[slot]];

    public RvVerdict VerdictOf(int slot) => (RvVerdict)(_table.Facts[_rows[slot]] & PolicyTable.VerdictMask);

    public FreeStates Fork() => new(this);

    public void Reset()
    {
        _table.First.CopyTo(_rows, 0);
        _awakeAtFirst.CopyTo(_awake, 0);
        _counts = _countsAtFirst;
    }

    /// <summary>Steps everything that an event concerns.</summary>
    public void Step(PolicyPlan plan, int kind, ulong held, UndoLog? log)
    {
        var (next, rows) = (_table.Next, _rows);
        var named = plan.Named;
        for (var word = 0; word < _words; word++)
        {
            for (var awake = _awake[(kind * _words) + word] & ~named[word]; awake != 0; awake &= awake - 1)
            {
                var slot = (word * 64) + BitOperations.TrailingZeroCount(awake);
                Move(slot, rows[slot], next[rows[slot] + _table.Others[(slot * 4) + kind]], log);
            }
        }

        foreach (var step in plan.Steps)
        {
            var slot = step >> PolicyPlan.LetterBits;
            var row = rows[slot];
            var to = next[row + (step & ((1 << PolicyPlan.LetterBits) - 1))];
            if (to != row)
                Move(slot, row, to, log);
        }

        foreach (var step in plan.Guarded)
        {
            var row = rows[step.Place];
            var to = next[row + step.LetterFor(held)];
            if (to != row)
                Move(step.Place, row, to, log);
        }
    }

    /// <summary>Puts a constraint back where it was.</summary>
    public void Undo(int slot, int row) => Move(slot, _rows[slot], row, null);

    private void Move(int slot, int from, int to, UndoLog? log)
    {
        log?.Free(slot, from);
        _rows[slot] = to;
        var (before, after) = (_table.Facts[from], _table.Facts[to]);
        if (before == after)
            return;
        if (((before ^ after) & PolicyTable.VerdictMask) != 0)
        {
            _counts.Add(before & PolicyTable.VerdictMask, -1);
            _counts.Add(after & PolicyTable.VerdictMask, 1);
        }

        Wake(slot, PolicyTable.Wakes(before) ^ PolicyTable.Wakes(after));
    }

    // Turns the bits of a constraint over.
    private void Wake(int slot, int kinds)
    {
        for (; kinds != 0; kinds &= kinds - 1)
            _awake[(BitOperations.TrailingZeroCount(kinds) * _words) + (slot >> 6)] ^= 1UL << slot;
    }
}
