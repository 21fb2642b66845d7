using System;
using System.Collections.Generic;

namespace Dreaming.Automata;

/// <summary>Gives the vectors of a found path the numbers of the key values that they were, so that the path can be read as a trace.</summary>
internal sealed class KeyNaming
{
    private readonly KeySpace _space;
    private readonly List<ushort[]> _vectors = [];

    /// <param name="space">The space.</param>
    /// <param name="start">The row from which the path begins: its vectors are the first numbers.</param>
    public KeyNaming(KeySpace space, ushort[] start)
    {
        _space = space;
        for (var slot = 0; slot < space.Slots && space.IsTaken(start, slot); slot++)
            _vectors.Add(space.Vector(start, slot).ToArray());
    }

    /// <summary>Follows an event.</summary>
    /// <param name="from">The row before it.</param>
    /// <param name="move">The event.</param>
    /// <param name="chosen">The slot of its value; as <see cref="KeySpace.Apply"/> takes it.</param>
    /// <returns>The number of its value; 0 when it is of none.</returns>
    public int Follow(ushort[] from, KeyMove move, int chosen)
    {
        var number = -1;
        if (move.Acts)
        {
            var vector = _space.Vector(from, chosen >= _space.Slots ? -1 : chosen).ToArray();
            var first = _space.Tracked ? 1 : 0;
            number = _space.Tracked && chosen == 0 ? 0
                : chosen == _space.Settled ? _vectors.FindIndex(first, v => _space.IsSettled(v))
                : _vectors.FindIndex(first, v => v.AsSpan().SequenceEqual(vector));
            if (number < 0)
            {
                number = _vectors.Count;
                _vectors.Add(vector);
            }
        }

        for (var at = 0; at < _vectors.Count; at++)
            _space.Step(_vectors[at], at == number ? move.Letters : move.Others, _space.Tracked && at == 0);
        return Math.Max(number, 0);
    }
}
