using System;
using System.Collections.Generic;

namespace Dreaming.Automata;

/// <summary>
/// The strands of a selection that are correlated by one member, and what is known of the member's values: for each value its vector of states. In a row of states the space has
/// whether some value is settled for good, the vector of a value that has not occurred, then the sorted vectors of the other values; what is as if it had not occurred has no place.
/// </summary>
internal sealed class KeySpace
{
    public const ushort Empty = ushort.MaxValue;

    private readonly ushort[] _made;
    private readonly int _width;
    private readonly bool _sets;
    private int _count;
    private bool _settled;

    /// <param name="group">The number of the member.</param>
    /// <param name="strands">Its strands, goals included.</param>
    /// <param name="offset">Where its states begin in a row.</param>
    /// <param name="slots">The most vectors.</param>
    /// <param name="sets">A vector stands for one value or more, else for exactly one.</param>
    public KeySpace(int group, Strand[] strands, int offset, int slots, bool sets)
    {
        (Group, Strands, Offset, Slots, _sets, _width) = (group, strands, offset, slots, sets, strands.Length);
        Tracked = Array.Exists(strands, s => s.Goal);
        _made = new ushort[((slots * 2) + 2) * _width];
    }

    public int Group { get; }

    public Strand[] Strands { get; }

    public int Offset { get; }

    public int Slots { get; }

    /// <summary>The first vector is that of the one value of which the goals are asked: it keeps its place.</summary>
    public bool Tracked { get; }

    private int Virgin => Offset + 1;

    /// <summary>The number of states in a row that are the space's.</summary>
    public int Length => 1 + ((Slots + 1) * _width);

    /// <summary>What <see cref="Apply"/> is given for an event of a value that is settled for good.</summary>
    public int Settled => Slots + 1;

    /// <summary>Writes the space in which no value has occurred.</summary>
    public void Begin(ushort[] row)
    {
        row[Offset] = 0;
        for (var at = 0; at < Length - 1; at++)
            row[Virgin + at] = at < _width || (Tracked && at < 2 * _width) ? (ushort)0 : Empty;
    }

    /// <summary>Whether some value is settled for good: its events change nothing here.</summary>
    public bool HasSettled(ushort[] row) => row[Offset] != 0;

    /// <summary>The vector of a slot; of -1, that of a value that has not occurred.</summary>
    public Span<ushort> Vector(ushort[] row, int slot) => row.AsSpan(Virgin + ((slot + 1) * _width), _width);

    /// <summary>Writes the space as it stands: the vector of a value that has not occurred, and the sorted vectors of those that have.</summary>
    public void Write(ushort[] row, bool hasSettled, ushort[] virgin, List<ushort[]> vectors)
    {
        Begin(row);
        row[Offset] = hasSettled ? (ushort)1 : (ushort)0;
        virgin.CopyTo(Vector(row, -1));
        var slot = Tracked ? 1 : 0;
        if (Tracked)
            virgin.CopyTo(Vector(row, 0));
        for (var at = 0; at < vectors.Count; at++)
            if (!_sets || at == 0 || !vectors[at].AsSpan().SequenceEqual(vectors[at - 1]))
                vectors[at].CopyTo(Vector(row, slot++));
    }

    /// <summary>Whether a vector stands at a slot.</summary>
    public bool IsTaken(ushort[] row, int slot) => row[Virgin + ((slot + 1) * _width)] != Empty;

    /// <summary>Whether a slot has the same vector as the one before it, so that it need not be tried.</summary>
    public bool RepeatsPrevious(ushort[] row, int slot) =>
        slot > 0 && !(Tracked && slot == 1) && Vector(row, slot).SequenceEqual(Vector(row, slot - 1));

    /// <summary>The distance of all values to what they owe.</summary>
    public int Distance(ushort[] row)
    {
        var sum = 0;
        for (var slot = 0; slot < Slots && IsTaken(row, slot); slot++)
            sum = Math.Min(Strand.Never, sum + DistanceOf(Vector(row, slot), Tracked && slot == 0));
        return sum;
    }

    /// <summary>Makes the space after an event.</summary>
    /// <param name="from">The row before.</param>
    /// <param name="to">The row after.</param>
    /// <param name="move">The event.</param>
    /// <param name="chosen">The slot of the event's own value; <see cref="Slots"/> for a value that has not occurred, <see cref="Settled"/> for one that is settled; -1 when it acts on none.</param>
    /// <param name="stays">Of sets: some value keeps the chosen vector.</param>
    /// <param name="full">There were more vectors than slots.</param>
    /// <returns>The new distance; <see cref="Strand.Never"/> when some value cannot be met any more, or there is no room.</returns>
    public int Apply(ushort[] from, ushort[] to, KeyMove move, int chosen, bool stays, out bool full)
    {
        full = false;
        _count = 0;
        _settled = HasSettled(from);
        var virgin = Vector(to, -1);
        Vector(from, -1).CopyTo(virgin);
        Step(virgin, move.Others, false);
        var sum = 0;
        for (var slot = 0; slot < Slots && IsTaken(from, slot); slot++)
        {
            var tracked = Tracked && slot == 0;
            sum += Add(from, slot, slot == chosen ? move.Letters : move.Others, tracked, virgin);
            if (slot == chosen && stays)
                sum += Add(from, slot, move.Others, false, virgin);
            if (sum >= Strand.Never)
                return Strand.Never;
        }

        if (chosen == Slots)
            sum += Add(from, -1, move.Letters, false, virgin);
        if (sum >= Strand.Never)
            return Strand.Never;
        full = _count > Slots;
        if (full)
            return Strand.Never;
        to[Offset] = _settled ? (ushort)1 : (ushort)0;
        for (var at = 0; at < Slots * _width; at++)
            to[Virgin + _width + at] = at < _count * _width ? _made[at] : Empty;
        return sum;
    }

    /// <summary>The vector of states of a value after an event.</summary>
    public void Step(Span<ushort> vector, int[] letters, bool tracked)
    {
        for (var at = 0; at < vector.Length; at++)
            if (letters[at] >= 0 && (tracked || !Strands[at].Goal))
                vector[at] = Strands[at].Next[(vector[at] * Strands[at].LetterCount) + letters[at]];
    }

    // Adds a vector in its place, unless its value has no open business. Gives its distance.
    private int Add(ushort[] from, int slot, int[] letters, bool tracked, ReadOnlySpan<ushort> virgin)
    {
        var at = _count * _width;
        var made = _made.AsSpan(at, _width);
        Vector(from, slot).CopyTo(made);
        Step(made, letters, tracked);
        var distance = DistanceOf(made, tracked);
        if (tracked)
        {
            _count++;
            return distance;
        }

        if (made.SequenceEqual(virgin))
            return 0;
        if (IsSettled(made))
        {
            _settled = true;
            return 0;
        }

        var first = Tracked ? 1 : 0;
        var place = _count;
        while (place > first && _made.AsSpan((place - 1) * _width, _width).SequenceCompareTo(made) > 0)
            place--;
        if (_sets && place > first && _made.AsSpan((place - 1) * _width, _width).SequenceEqual(made))
            return 0;
        Span<ushort> held = stackalloc ushort[_width];
        made.CopyTo(held);
        _made.AsSpan(place * _width, at - (place * _width)).CopyTo(_made.AsSpan((place + 1) * _width));
        held.CopyTo(_made.AsSpan(place * _width, _width));
        _count++;
        return distance;
    }

    private int DistanceOf(ReadOnlySpan<ushort> vector, bool tracked)
    {
        var sum = 0;
        for (var at = 0; at < vector.Length; at++)
            if (tracked || !Strands[at].Goal)
                sum += Strands[at].Distance[vector[at]];
        return Math.Min(sum, Strand.Never);
    }

    /// <summary>Whether nothing that can happen breaks a constraint for a value.</summary>
    public bool IsSettled(ReadOnlySpan<ushort> vector)
    {
        for (var at = 0; at < vector.Length; at++)
            if (!Strands[at].Goal && !Strands[at].Settled[vector[at]])
                return false;
        return true;
    }
}
