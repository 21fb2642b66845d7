using System.Collections.Immutable;

namespace Dreaming.Dreams;

/// <summary>How dreams are made.</summary>
public sealed record DreamerOptions
{
    /// <summary>How often a dream takes a step of a second family, from 0 to 1. Where a family alone has nothing new to offer, it is tried more often.</summary>
    /// <value>The default is 0.15.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no probability.</exception>
    public double ComposeProbability
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability lies between 0 and 1.");
    } = 0.15;

    /// <summary>How often in a row a family may fail to give a new dream before it counts as exhausted.</summary>
    /// <value>The default is 40.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int Patience
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one try is needed.");
    } = 40;

    /// <summary>Rehearsals whose facts no dream may have: those of the held-out episodes, so that the gate asks about what was never learnt from.</summary>
    public ImmutableArray<Skeleton> Reserved { get; init; } = [];

    /// <summary>The families that are dreamed; all five when empty. A second step may be of any family.</summary>
    public ImmutableArray<Family> Families { get; init; } = [];

    /// <summary>The ids of the scenarios that are dreamed of; all when empty.</summary>
    public ImmutableArray<string> Scenarios { get; init; } = [];
}
