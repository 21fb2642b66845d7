using Dreaming.Dreams;
using Dreaming.Nights;

namespace Dreaming.Shrinking;

/// <summary>Runs the agent in a dream and judges it.</summary>
/// <param name="dream">The dream.</param>
/// <param name="trial">Which run it is: it decides the agent's sampling together with the dream.</param>
/// <param name="cancellationToken">Gives the run up.</param>
public delegate Task<JudgedRollout> Rehearse(Dream dream, int trial, CancellationToken cancellationToken);

/// <summary>A failure in the smallest dream that was found for it.</summary>
public sealed record ShrinkResult
{
    /// <summary>The rule that is broken in both.</summary>
    public required FailedRule Rule { get; init; }

    /// <summary>The failure as it was met.</summary>
    public required JudgedRollout Original { get; init; }

    /// <summary>The same failure in the smallest dream.</summary>
    public required JudgedRollout Smallest { get; init; }

    /// <summary>How large the dream was.</summary>
    public required DreamSize Before { get; init; }

    /// <summary>How large it is now.</summary>
    public required DreamSize After { get; init; }

    /// <summary>How many rollouts it took.</summary>
    public required int Rollouts { get; init; }

    /// <summary>Whether the search came to its end: no operator can be left out or weakened and no instance tried is nearer. False when the rollouts were spent before.</summary>
    public required bool Finished { get; init; }

    /// <summary>The share of runs of the whole dream in which a stochastic agent failed; null for a deterministic agent.</summary>
    public double? FailureRate { get; init; }
}
