using System.Collections.Immutable;

namespace Dreaming.Dreams;

/// <summary>The structured specification of a dream, before it has words. Checked against contracts, world and the seed's facts before any agent runs.</summary>
public sealed record Skeleton
{
    /// <summary>Hash of scenario, facts, operators and budget: what is dreamed, not where it came from.</summary>
    public required string Id { get; init; }

    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>The scenario's facts: a JSON object of its slots.</summary>
    public required RawJson Facts { get; init; }

    /// <summary>The family; null for the rehearsal of an episode as it was.</summary>
    public Family? Family { get; init; }

    /// <summary>How it leaves the beaten path, in the order in which the operators were applied.</summary>
    public ImmutableArray<DreamOperator> Operators { get; init; } = [];

    /// <summary>The episode it was grounded in; null when the domain's scenarios alone gave it.</summary>
    public string? EpisodeId { get; init; }

    /// <summary>The task of that episode, or the hash of the facts.</summary>
    public required string TaskId { get; init; }

    /// <summary>The most messages the user sends.</summary>
    public required int Turns { get; init; }

    /// <summary>The most tool calls the agent makes.</summary>
    public required int ToolCalls { get; init; }
}
