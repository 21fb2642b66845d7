using System.Collections.Immutable;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Distillation;
using Dreaming.Episodes;
using Dreaming.Overlays;
using Dreaming.Users;
using Microsoft.Extensions.AI;

namespace Dreaming.Nights;

/// <summary>What a night is made of: names have become instances here, and nothing is run yet.</summary>
public sealed record NightParts
{
    /// <summary>The domain.</summary>
    public required DomainManifest Domain { get; init; }

    /// <summary>Identifies the compiled domain, for example by its module version id: verdicts of another build are not mixed into a night.</summary>
    public required string Build { get; init; }

    /// <summary>The world that every dream forks.</summary>
    public required IWorld World { get; init; }

    /// <summary>The recordings, and what could not be read of them.</summary>
    public required ImmutableArray<EpisodeRead> Episodes { get; init; }

    /// <summary>The agent under test.</summary>
    public required IAgentFactory Agent { get; init; }

    /// <summary>Plays the users.</summary>
    public required IUserSimulator User { get; init; }

    /// <summary>Judges the criteria without a body; null leaves them Unscored.</summary>
    public IChatClient? Judge { get; init; }

    /// <summary>Makes the one who proposes corrections to an agent that wears the given overlay.</summary>
    public required Func<Overlay?, IRepairProposer> Proposer { get; init; }

    /// <summary>Makes an overlay from lessons.</summary>
    public required IOverlayLearner Learner { get; init; }

    /// <summary>The overlay that the agent wears; null for none.</summary>
    public Overlay? Parent { get; init; }

    /// <summary>What a replay command starts with, for example <c>dreaming replay scenarios/RefillDesk</c>.</summary>
    public string ReplayCommand { get; init; } = "dreaming replay";

    /// <summary>What time it is, for timings alone.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Names the agent together with what it wears.</summary>
    internal string AgentId(Overlay? overlay) => overlay is null ? Agent.Id : $"{Agent.Id}+{overlay.Id}";
}

/// <summary>How far a night is.</summary>
/// <param name="Stage">The stage: <c>read</c>, <c>dream</c>, <c>before</c>, <c>repair</c>, <c>learn</c>, <c>after</c>, <c>gate</c>, <c>report</c>.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units to do.</param>
/// <param name="Note">A short word on the last of them.</param>
public readonly record struct NightProgress(string Stage, int Done, int Total, string? Note = null);
