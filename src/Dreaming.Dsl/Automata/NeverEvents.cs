using System;
using System.Collections.Generic;

namespace Dreaming.Automata;

/// <summary>A policy's strands where some events are known not to happen.</summary>
/// <param name="strands">By constraint.</param>
/// <param name="never">By abstract event; null when none is known.</param>
/// <param name="reasons">By abstract event that does not happen, the constraints that are the reason.</param>
internal sealed class KnownSpace(Strand?[] strands, bool[]? never, int[]?[] reasons)
{
    public Strand?[] Strands { get; } = strands;

    public bool[]? Never { get; } = never;

    /// <summary>The constraints by which a strand is spared events that would move it.</summary>
    public IEnumerable<int> Reasons(Strand strand)
    {
        for (var e = 0; e < reasons.Length; e++)
            if (Never?[e] == true && (strand.Moved[e] || strand.Goal))
                foreach (var constraint in reasons[e]!)
                    yield return constraint;
    }
}

/// <summary>The events that were proven not to happen in any trace that some constraints allow. They make the next searches smaller.</summary>
internal sealed class NeverEvents(PolicySpace space)
{
    private readonly int[]?[] _reasons = new int[]?[space.Alphabet.Events.Length];
    private KnownSpace _last = new(space.Strands, null, []);
    private bool _any;

    public void Add(Predicate<AbstractEvent> isOne, int[] core)
    {
        for (var e = 0; e < _reasons.Length; e++)
        {
            if (_reasons[e] is not null || !isOne(space.Alphabet.Events[e]))
                continue;
            _reasons[e] = core;
            _any = true;
        }
    }

    /// <summary>What is known where these constraints hold: an event is left out only when they are reason enough.</summary>
    public KnownSpace Under(int[] constraints)
    {
        if (!_any)
            return _last;
        var holds = new bool[space.Strands.Length];
        foreach (var constraint in constraints)
            holds[constraint] = true;
        var never = new bool[_reasons.Length];
        for (var e = 0; e < never.Length; e++)
            never[e] = _reasons[e] is { } reason && Array.TrueForAll(reason, constraint => holds[constraint]);
        if (_last.Never.AsSpan().SequenceEqual(never))
            return _last;
        return _last = Array.IndexOf(never, true) < 0
            ? new(space.Strands, null, [])
            : new(Array.ConvertAll(space.Strands, s => s?.Without(never)), never, (int[]?[])_reasons.Clone());
    }
}
