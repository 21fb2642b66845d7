using Dreaming.Contracts;

namespace Dreaming;

/// <summary>What an event of one name and outcome does to a program's constraints.</summary>
internal sealed class PolicyPlan
{
    /// <summary>What is left of a step below the place.</summary>
    public const int LetterBits = 10;

    /// <summary>Where the conversation stands after it, as a search counts it: 1 after a message of the user, 2 more than the place of a signal after that, and more than all of these after the rest.</summary>
    public required ushort Place { get; init; }

    /// <summary>The steps that no guard decides: the place of a free constraint, shifted by <see cref="LetterBits"/>, and its letter.</summary>
    public required int[] Steps { get; init; }

    /// <summary>The steps of free constraints that guards decide.</summary>
    public required GuardedStep[] Guarded { get; init; }

    /// <summary>The free constraints that those speak of: the others see an event that is none of theirs.</summary>
    public required ulong[] Named { get; init; }

    /// <summary>The guards to ask, each once.</summary>
    public required PolicyGuard[] Guards { get; init; }

    /// <summary>By key space: what happens there; null when the event is one of no value there.</summary>
    public required KeyPlan?[] Keyed { get; init; }
}

/// <summary>A guard, and whose it is.</summary>
internal readonly record struct PolicyGuard(Func<object, bool> Holds, string Name, string Constraint);

/// <summary>A step whose letter depends on guards.</summary>
/// <param name="Place">The place of the constraint.</param>
/// <param name="Letter">The letter when no guard holds.</param>
/// <param name="Bits">By guard of the plan, the bit that it adds.</param>
internal sealed record GuardedStep(int Place, int Letter, (int Guard, int Bit)[] Bits)
{
    /// <summary>The letter, given the guards that hold.</summary>
    public int LetterFor(ulong held)
    {
        var letter = Letter;
        foreach (var (guard, bit) in Bits)
            if ((held >> guard & 1) != 0)
                letter |= bit;
        return letter;
    }
}

/// <summary>What an event does in a key space.</summary>
internal sealed class KeyPlan
{
    public required Func<object, CorrelationKey> KeyOf { get; init; }

    /// <summary>The member that is read, and a constraint for which it is.</summary>
    public required string Member { get; init; }

    public required string Constraint { get; init; }

    /// <summary>The steps of the event's own value.</summary>
    public required GuardedStep[] Steps { get; init; }

    /// <summary>It is an event of a value, whatever the guards say.</summary>
    public required bool AlwaysActs { get; init; }
}
