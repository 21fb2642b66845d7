using System.Collections.Immutable;
using Dreaming.Shrinking;

namespace Dreaming.Hunting;

/// <summary>What a hunt found. The same parts, seed and options give the same report, as long as the agent answers the same dreams the same way and no time limit cut it short.</summary>
public sealed record HuntReport
{
    /// <summary>The domain's name.</summary>
    public required string Domain { get; init; }

    /// <summary>The contracts that the agent was held to.</summary>
    public required string ContractHash { get; init; }

    /// <summary>The agent.</summary>
    public required string Agent { get; init; }

    /// <summary>Decided every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Dreams that the agent was run in, those that could not be judged among them.</summary>
    public required int Dreams { get; init; }

    /// <summary>How many of them are grounded in an episode.</summary>
    public required int FromEpisodes { get; init; }

    /// <summary>Dreams in which the agent did what is asked of it.</summary>
    public required int Passed { get; init; }

    /// <summary>Dreams in which it did not.</summary>
    public required int Failed { get; init; }

    /// <summary>Dreams that could not be judged, by the owner of what went wrong: never a failure of the agent.</summary>
    public required ImmutableSortedDictionary<string, int> Unjudged { get; init; }

    /// <summary>The different failures, those that violate the riskiest rules first.</summary>
    public required ImmutableArray<HuntedFailure> Failures { get; init; }

    /// <summary>What became of each scenario that was dreamed of.</summary>
    public required ImmutableSortedDictionary<string, ScenarioTally> Scenarios { get; init; }

    /// <summary>How much of what can be exercised was.</summary>
    public required HuntCoverage Coverage { get; init; }

    /// <summary>Rollouts that making failures smaller took.</summary>
    public required int ShrinkRollouts { get; init; }

    /// <summary>Why the search ended, in a sentence.</summary>
    public required string Ended { get; init; }

    /// <summary>What was not done, a sentence each.</summary>
    public required ImmutableArray<string> NotDone { get; init; }
}

/// <summary>One failure, in the smallest dream that was found for it.</summary>
/// <param name="Cluster">What makes it different from the others.</param>
/// <param name="Dreams">In how many dreams the search met it.</param>
/// <param name="Rating">The DCB0129 risk rating of the violated invariant or constraint, from 1 to 5; null for any other rule.</param>
/// <param name="Shrunk">The failure as the search met it, and as small as it gets.</param>
public sealed record HuntedFailure(FailureCluster Cluster, int Dreams, int? Rating, ShrinkResult Shrunk);

/// <summary>What became of a scenario.</summary>
/// <param name="Dreams">Dreams of it.</param>
/// <param name="Failed">Those that the agent failed in.</param>
/// <param name="Missed">Those that missed the scenario's success, whatever explains it.</param>
public readonly record struct ScenarioTally(int Dreams, int Failed, int Missed);

/// <summary>How much of what can be exercised a hunt exercised.</summary>
/// <param name="FamilyTools">Pairs of a family and a tool that was called in a dream of it.</param>
/// <param name="Faults">Declared faults that the agent met.</param>
/// <param name="Transitions">Transitions of the constraints' automata that conversations took; of none when the domain has no constraint.</param>
public sealed record HuntCoverage(Covered FamilyTools, Covered Faults, Covered Transitions);

/// <summary>A share.</summary>
/// <param name="Exercised">How many were.</param>
/// <param name="Of">How many there are.</param>
public readonly record struct Covered(int Exercised, int Of);

/// <summary>How far a hunt is.</summary>
/// <param name="Stage"><c>hunt</c> while dreams are run, <c>shrink</c> while failures are made smaller.</param>
/// <param name="Done">Dreams run, or failures made smaller.</param>
/// <param name="Total">The most there will be.</param>
/// <param name="Failures">Different failures so far.</param>
public readonly record struct HuntProgress(string Stage, int Done, int Total, int Failures);
