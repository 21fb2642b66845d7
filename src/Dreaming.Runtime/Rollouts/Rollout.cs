using Dreaming.Dreams;

namespace Dreaming.Rollouts;

/// <summary>One run of an agent in a dream.</summary>
public sealed record Rollout
{
    /// <summary>Hash of dream, agent and trial.</summary>
    public required string Id { get; init; }

    /// <summary>The dream.</summary>
    public required Dream Dream { get; init; }

    /// <summary>The agent: its id, and the overlay's id where it wore one.</summary>
    public required string Agent { get; init; }

    /// <summary>Which run of that agent in that dream it is, from 0.</summary>
    public required int Trial { get; init; }

    /// <summary>What happened.</summary>
    public required Trajectory Trajectory { get; init; }
}
