using System.Collections.Immutable;

namespace Dreaming.Gates;

/// <summary>What the gate decides on.</summary>
public sealed record GateEvidence
{
    /// <summary>Held-out real episodes, rehearsed by both agents.</summary>
    public required ImmutableArray<PairedCase> HeldOut { get; init; }

    /// <summary>The safety suite, dreamed by both agents.</summary>
    public required ImmutableArray<PairedCase> Safety { get; init; }

    /// <summary>The tool-contract tests of the candidate.</summary>
    public required ImmutableArray<ContractCase> Contracts { get; init; }

    /// <summary>The share of cases in which the candidate did anything differently. 0 means that the overlay is not worn at all.</summary>
    public required double ChangedShare { get; init; }

    /// <summary>The contract hash of the domain, and that of the overlay.</summary>
    public required (string Domain, string Overlay) ContractHashes { get; init; }
}

/// <summary>One case, run by both agents under the same seed.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Cluster">Cases that share a task are not independent.</param>
/// <param name="Stratum">The scenario's id.</param>
/// <param name="Before">Passed without the candidate; null when not judged.</param>
/// <param name="After">Passes with it; null when not judged.</param>
/// <param name="BreachesBefore">The invariants violated without it.</param>
/// <param name="BreachesAfter">The invariants violated with it, with their DCB0129 ratings.</param>
public sealed record PairedCase(
    string CaseId,
    string Cluster,
    string Stratum,
    bool? Before,
    bool? After,
    ImmutableArray<string> BreachesBefore,
    ImmutableArray<(string Invariant, int Rating)> BreachesAfter);

/// <summary>A test of one tool's contract.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Probe">What was tried.</param>
/// <param name="Held">Whether the contract held.</param>
/// <param name="Detail">What happened instead.</param>
public sealed record ContractCase(string Tool, string Probe, bool Held, string? Detail = null);
