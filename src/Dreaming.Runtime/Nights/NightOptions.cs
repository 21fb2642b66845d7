using System.ComponentModel.DataAnnotations;

namespace Dreaming.Nights;

/// <summary>What a night is asked to do. Everything here but <see cref="Concurrency"/> decides the result.</summary>
public sealed record NightOptions
{
    /// <summary>Decides every random choice of the night.</summary>
    /// <value>The default is 1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many dreams are made from the training episodes. A part of them, <see cref="ProbeShare"/>, is never learnt from.</summary>
    /// <value>The default is 600.</value>
    [Range(1, 1_000_000)]
    public int Dreams { get; init; } = 600;

    /// <summary>The share of dreams that only measure before and after, and are never learnt from.</summary>
    /// <value>The default is one third.</value>
    [Range(0.05, 0.95)]
    public double ProbeShare { get; init; } = 1 / 3.0;

    /// <summary>
    /// How often the night rolls out, repairs and learns in turn. From the second round on the agent wears what it has learnt so far, so that repairs are found in the states it gets
    /// into by then, not only in those of the untaught agent (dataset aggregation: Ross, Gordon and Bagnell, AISTATS 2011).
    /// </summary>
    /// <value>The default is 3.</value>
    [Range(1, 20)]
    public int Rounds { get; init; } = 3;

    /// <summary>How often each held-out episode is rehearsed, each time in other words.</summary>
    /// <value>The default is 3.</value>
    [Range(1, 100)]
    public int HeldOutTrials { get; init; } = 3;

    /// <summary>How many dreams of the safety suite the gate asks for.</summary>
    /// <value>The default is 120.</value>
    [Range(0, 100_000)]
    public int SafetyDreams { get; init; } = 120;

    /// <summary>The share of tasks whose episodes are held out.</summary>
    /// <value>The default is 0.3.</value>
    [Range(0.05, 0.95)]
    public double HeldOutShare { get; init; } = 0.3;

    /// <summary>How many rollouts are under way at once.</summary>
    /// <value>The default is the number of processors.</value>
    [Range(1, 10_000)]
    public int Concurrency { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether a candidate is gated.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Gate { get; init; } = true;
}
