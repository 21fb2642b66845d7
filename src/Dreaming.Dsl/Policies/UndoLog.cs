namespace Dreaming;

/// <summary>What a monitor must do to be as it was before an event that only might happen.</summary>
internal sealed class UndoLog
{
    private (int Space, int Slot, int Entry, int Row)[] _changes = new (int, int, int, int)[64];
    private int _count;

    /// <summary>The state of a constraint changed that is not correlated.</summary>
    public void Free(int slot, int row) => Add((-1, slot, 0, row));

    /// <summary>The state of a constraint changed for a value; <paramref name="entry"/> -1 is a value that has not occurred.</summary>
    public void Keyed(int space, int slot, int entry, int row) => Add((space, slot, entry, row));

    /// <summary>A value occurred.</summary>
    public void Created(int space) => Add((space, -1, 0, 0));

    /// <summary>Undoes everything, the last first.</summary>
    public void Undo(FreeStates free, KeyedStates[] keyed)
    {
        while (_count > 0)
        {
            var (space, slot, entry, row) = _changes[--_count];
            if (space < 0)
                free.Undo(slot, row);
            else if (slot < 0)
                keyed[space].UndoCreated();
            else
                keyed[space].Undo(slot, entry, row);
        }
    }

    private void Add((int Space, int Slot, int Entry, int Row) change)
    {
        if (_count == _changes.Length)
            Array.Resize(ref _changes, _count * 2);
        _changes[_count++] = change;
    }
}
