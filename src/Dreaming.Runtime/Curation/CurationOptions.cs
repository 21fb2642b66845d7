using Dreaming.Determinism;

namespace Dreaming.Curation;

/// <summary>How episodes are split.</summary>
public sealed record CurationOptions
{
    /// <summary>The share of tasks whose episodes are held out, from 0 to less than 1.</summary>
    /// <value>The default is 0.3.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no such share.</exception>
    public double HeldOutShare
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The held-out share lies between 0 and 1; 1 would leave nothing to learn from.");
    } = 0.3;

    /// <summary>
    /// Decides which tasks are held out. It is no part of a night's seed: a task that was learnt from in one night and held out in the next would gate what has already seen it.
    /// </summary>
    public Seed SplitSeed { get; init; } = new(0x5EED_0F_5011);
}
