using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>Whether a conversation can still end well.</summary>
public enum Doom
{
    /// <summary>Some continuation meets every constraint.</summary>
    No,

    /// <summary>Neither a continuation nor its absence was found within the bound. It counts as not doomed.</summary>
    NotProven,

    /// <summary>No continuation meets every constraint.</summary>
    Yes,
}

/// <summary>Whether a conversation can still end well, and what is to blame when it cannot.</summary>
/// <param name="Answer">Whether it can.</param>
/// <param name="Blame">Constraints that no continuation meets together, a minimal set; empty unless the answer is <see cref="Doom.Yes"/>.</param>
public readonly record struct PolicyDoom(Doom Answer, ImmutableArray<ConstraintContract> Blame)
{
    internal static PolicyDoom No { get; } = new(Doom.No, []);

    internal static PolicyDoom NotProven { get; } = new(Doom.NotProven, []);
}

/// <summary>What an event would do, were it to happen now.</summary>
/// <param name="Violated">The constraints that it would violate for good, and that it alone would: those violated before are not named.</param>
/// <param name="Doom">Whether the constraints that are not violated can still be met after it; <see cref="Doom.Yes"/> only when they could before it.</param>
public readonly record struct PolicyPeek(ImmutableArray<ConstraintContract> Violated, PolicyDoom Doom)
{
    /// <summary>It would violate, or doom.</summary>
    public bool IsRefused => !Violated.IsEmpty || Doom.Answer == Dreaming.Doom.Yes;
}

/// <summary>A constraint that is violated if the conversation ends now, and that something can still mend.</summary>
/// <param name="Constraint">The constraint.</param>
/// <param name="Key">The value for which it is open; null when it is not correlated.</param>
public readonly record struct PolicyObligation(ConstraintContract Constraint, CorrelationKey? Key);
