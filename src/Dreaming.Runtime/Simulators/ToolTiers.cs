using System.Collections.Concurrent;
using System.Collections.Frozen;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Episodes;

namespace Dreaming.Simulators;

/// <summary>
/// Puts the tiers beneath the sandbox of a dream: the replies of the episode that it was grounded in, then the simulator. The same dream gets the same answers, in a rollout
/// and in the critic's replay of it. May be used by several threads at once.
/// </summary>
/// <param name="knowledge">What the recordings say that may be learnt from.</param>
/// <param name="episodes">The episodes that dreams may be grounded in; each answers only in its own dreams.</param>
public sealed class ToolTiers(TraceKnowledge knowledge, IEnumerable<ScrubbedEpisode> episodes)
{
    private readonly FrozenDictionary<string, ScrubbedEpisode> _episodes = episodes.ToFrozenDictionary(e => e.Id, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TraceKnowledge> _recorded = new(StringComparer.Ordinal);

    /// <summary>A sandbox with the tiers of a dream beneath it.</summary>
    /// <param name="sandbox">The dream's sandbox; calls change it.</param>
    /// <param name="dream">The dream.</param>
    public GroundedWorld Over(IWorld sandbox, Dream dream) => new(sandbox, knowledge, Recorded(dream.Skeleton.EpisodeId), new Seed(dream.Seed).Derive("tools"));

    // Within its own episode a pseudonym is as good as the value, so its replies count as they stand.
    private TraceKnowledge? Recorded(string? id) =>
        id is not null && _episodes.TryGetValue(id, out var episode) ? _recorded.GetOrAdd(id, _ => TraceKnowledge.Learn(knowledge.Domain, [episode.Trajectory])) : null;
}
