using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dreaming.Determinism;

namespace Dreaming.Episodes;

/// <summary>The identity of an episode: a hash of everything but its id and the place it was read from.</summary>
public static class EpisodeId
{
    /// <summary>The id that belongs to an episode's content. <see cref="Episode.Id"/> and <see cref="Episode.Place"/> are not looked at, nor is what a contract says about the calls.</summary>
    public static string Of(Episode episode)
    {
        var events = episode.Trajectory.Events.Select(e => e is ToolCalled called ? called with { Violations = default, Typed = null } : e).ToImmutableArray();
        return ContentId.Of(
            episode.Domain,
            episode.ContractHash,
            episode.TaskId,
            episode.Trial.ToString(CultureInfo.InvariantCulture),
            episode.Agent,
            episode.Reward?.ToString("R", CultureInfo.InvariantCulture),
            JsonSerializer.Serialize(new Trajectory(events), TranscriptJson.Options));
    }

    /// <summary>The episode with the id that belongs to its content.</summary>
    public static Episode Seal(Episode episode) => episode with { Id = Of(episode) };
}
