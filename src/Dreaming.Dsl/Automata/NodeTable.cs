using System;
using System.Runtime.InteropServices;

namespace Dreaming.Automata;

/// <summary>The rows of states that a search has seen, each with how it was come to. Kept from one search to the next.</summary>
internal sealed class NodeTable
{
    private ushort[] _rows = new ushort[1 << 14];
    private int[] _table = new int[1 << 10];
    private int _used = 1 << 10;
    private int _width;

    public int Count { get; private set; }

    public int[] Parent { get; private set; } = new int[1 << 9];

    public int[] Move { get; private set; } = new int[1 << 9];

    /// <summary>The chosen key values, a byte a space.</summary>
    public ulong[] Choice { get; private set; } = new ulong[1 << 9];

    /// <summary>The cost so far.</summary>
    public int[] Cost { get; private set; } = new int[1 << 9];

    /// <summary>The distance to what is owed.</summary>
    public int[] Distance { get; private set; } = new int[1 << 9];

    public void Reset(int width)
    {
        _width = (width + 3) & ~3;
        Count = 0;
        _used = 1 << 10;
        Array.Clear(_table, 0, _used);
    }

    public void Read(int node, ushort[] row) => Array.Copy(_rows, node * _width, row, 0, _width);

    /// <summary>The node of a row; a new one when there is none.</summary>
    public int Add(ushort[] row, out bool made)
    {
        var words = MemoryMarshal.Cast<ushort, ulong>(row.AsSpan(0, _width));
        var hash = 0UL;
        foreach (var word in words)
            hash = ((hash << 23 | hash >> 41) ^ word) * 0x9E3779B97F4A7C15UL;
        var mask = _used - 1;
        var at = (int)(hash >> 40) & mask;
        for (; _table[at] != 0; at = (at + 1) & mask)
        {
            var node = _table[at] - 1;
            if (!MemoryMarshal.Cast<ushort, ulong>(_rows.AsSpan(node * _width, _width)).SequenceEqual(words))
                continue;
            made = false;
            return node;
        }

        made = true;
        if ((Count + 1) * _width > _rows.Length)
            Array.Resize(ref _rows, Math.Max(_rows.Length * 2, (Count + 1) * _width));
        Array.Copy(row, 0, _rows, Count * _width, _width);
        _table[at] = Count + 1;
        if (Count + 1 >= Parent.Length)
            Grow();
        if (++Count * 2 > _used)
            Rehash();
        return Count - 1;
    }

    private void Grow()
    {
        var size = Parent.Length * 2;
        Parent = Resized(Parent, size);
        Move = Resized(Move, size);
        Choice = Resized(Choice, size);
        Cost = Resized(Cost, size);
        Distance = Resized(Distance, size);
    }

    private void Rehash()
    {
        _used *= 4;
        if (_table.Length < _used)
            _table = new int[_used];
        else
            Array.Clear(_table, 0, _used);
        for (var node = 0; node < Count; node++)
        {
            var hash = 0UL;
            foreach (var word in MemoryMarshal.Cast<ushort, ulong>(_rows.AsSpan(node * _width, _width)))
                hash = ((hash << 23 | hash >> 41) ^ word) * 0x9E3779B97F4A7C15UL;
            var at = (int)(hash >> 40) & (_used - 1);
            while (_table[at] != 0)
                at = (at + 1) & (_used - 1);
            _table[at] = node + 1;
        }
    }

    private static T[] Resized<T>(T[] array, int size)
    {
        Array.Resize(ref array, size);
        return array;
    }
}
