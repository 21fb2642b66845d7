using System.Collections.Immutable;

namespace Dreaming.Dreams;

/// <summary>A skeleton with its words filled in: everything that a rollout needs.</summary>
public sealed record Dream
{
    /// <summary>Hash of the skeleton's id, the words and the seed.</summary>
    public required string Id { get; init; }

    /// <summary>What is dreamed.</summary>
    public required Skeleton Skeleton { get; init; }

    /// <summary>The user's first message.</summary>
    public required string Opening { get; init; }

    /// <summary>What the user says for a slot when asked, by the slot's JSON name. Slots that the user does not know are absent.</summary>
    public required ImmutableSortedDictionary<string, string> Spoken { get; init; }

    /// <summary>Decides the user's wording and the agent's sampling.</summary>
    public required ulong Seed { get; init; }
}
