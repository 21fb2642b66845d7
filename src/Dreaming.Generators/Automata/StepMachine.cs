using System;

namespace Dreaming.Generators.Automata;

/// <summary>A template as a machine that reads one event after the other. It begins in the default of <see cref="StepState"/>.</summary>
/// <param name="Step">The state after an event.</param>
/// <param name="Accepts">Whether a trace may end in a state.</param>
internal sealed record StepMachine(Func<StepState, StepEvent, StepState> Step, Func<StepState, bool> Accepts);

/// <summary>What a machine remembers.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="Count">How many events or ticks it has counted there.</param>
internal readonly record struct StepState(Phase Phase, int Count = 0)
{
    /// <summary>The same state, so many ticks later.</summary>
    public StepState After(StepEvent read) => read.Tick ? this with { Count = Count + 1 } : this;
}

/// <summary>An event, by the bits of its letter.</summary>
/// <param name="A">It is the template's first event.</param>
/// <param name="B">It is the second one.</param>
/// <param name="Tick">It counts.</param>
internal readonly record struct StepEvent(bool A, bool B, bool Tick)
{
    /// <summary>The event of a letter: the atoms from the lowest bit, then the tick.</summary>
    public static StepEvent Of(int letter, int atoms) => new((letter & 1) != 0, atoms > 1 && (letter & 2) != 0, (letter >> atoms) != 0);

    /// <summary>The event for the same template with its two sides exchanged.</summary>
    public StepEvent Swapped() => new(B, A, Tick);
}

/// <summary>Where a machine stands. Each machine uses some of these.</summary>
internal enum Phase
{
    /// <summary>Nothing that matters has happened.</summary>
    Start,

    /// <summary>a happened, and what follows from it stands open.</summary>
    Pending,

    /// <summary>What was needed happened, and it serves for as long as it is not too far back.</summary>
    Served,

    /// <summary>b happened, and a did not.</summary>
    Second,

    /// <summary>Both happened, where that is no violation.</summary>
    Met,

    /// <summary>Violated for good.</summary>
    Violated,
}
