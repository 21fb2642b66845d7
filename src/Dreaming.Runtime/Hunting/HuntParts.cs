using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Episodes;
using Dreaming.Rollouts;
using Dreaming.Users;
using Microsoft.Extensions.AI;

namespace Dreaming.Hunting;

/// <summary>What a hunt is made of.</summary>
public sealed record HuntParts
{
    /// <summary>The domain.</summary>
    public required DomainManifest Domain { get; init; }

    /// <summary>The world that every dream forks.</summary>
    public required IWorld World { get; init; }

    /// <summary>The agent. It keeps no state between calls, may be called by several threads at once, and is not disposed of here.</summary>
    public required IChatClient Agent { get; init; }

    /// <summary>Names the agent in rollouts and reports.</summary>
    public required string AgentId { get; init; }

    /// <summary>Plays the users.</summary>
    public required IUserSimulator User { get; init; }

    /// <summary>Judges the criteria without a body; null leaves them Unscored.</summary>
    public IChatClient? Judge { get; init; }

    /// <summary>The recordings to depart from, and what could not be read of them; without any, the scenarios' own instances serve.</summary>
    public ImmutableArray<EpisodeRead> Episodes { get; init; } = [];

    /// <summary>How long one answer of the agent may take, and the like.</summary>
    public RolloutOptions Rollouts { get; init; } = new();

    /// <summary>The clock of <see cref="HuntOptions.TimeLimit"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
