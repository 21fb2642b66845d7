using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace Dreaming.Distillation;

/// <summary>How hard a repair is looked for.</summary>
public sealed record RepairOptions
{
    /// <summary>The most rollouts for one failure.</summary>
    /// <value>The default is 120.</value>
    [Range(1, 100_000)]
    public int MaxRollouts { get; init; } = 120;

    /// <summary>How many alternatives are tried for one decision at most.</summary>
    /// <value>The default is 16.</value>
    [Range(1, 64)]
    public int Alternatives { get; init; } = 16;

    /// <summary>How many decisions of one conversation are corrected at most.</summary>
    /// <value>The default is 4.</value>
    [Range(1, 32)]
    public int Depth { get; init; } = 4;
}

/// <summary>What the search for a repair found.</summary>
/// <param name="Repairs">One repair a corrected decision, in the order of the conversation; empty when nothing passed.</param>
/// <param name="Tried">Alternatives that were executed.</param>
/// <param name="Rollouts">Rollouts that were run for it.</param>
/// <param name="Passed">The conversation that passed; null when none did.</param>
public sealed record RepairFindings(ImmutableArray<Repair> Repairs, int Tried, int Rollouts, Trajectory? Passed);
