using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Episodes;

namespace Dreaming.Dreams;

/// <summary>Reads off an episode what its user wanted.</summary>
/// <param name="domain">The domain whose scenarios are tried.</param>
/// <param name="root">The world as it was when the episode began; it is forked and never changed.</param>
public sealed class Grounder(DomainManifest domain, IWorld root)
{
    /// <summary>The episode as a dream of what happened, without any operator. The first scenario that recognises it counts, in the order of their ids.</summary>
    /// <param name="episode">The episode.</param>
    /// <returns>Null when no scenario recognises it.</returns>
    public Skeleton? Rehearse(ScrubbedEpisode episode) => Rehearse(episode, out _);

    /// <summary>The episode as a dream of what happened, without any operator.</summary>
    /// <param name="episode">The episode.</param>
    /// <param name="problem">What a scenario said when it could not look at the episode: a failure of the specification, passed over in favour of the next scenario; null when all could.</param>
    /// <returns>Null when no scenario recognises it.</returns>
    public Skeleton? Rehearse(ScrubbedEpisode episode, out string? problem)
    {
        problem = null;
        foreach (var contract in domain.Scenarios)
        {
            try
            {
                if (contract.Ground(episode.Trajectory, root.Fork()) is { } scenario)
                    return Plain(contract, ScenarioFacts.Of(contract, scenario), episode);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                problem ??= $"The scenario '{contract.Id}' could not look at the episode {episode.Id}: {e.Message}";
            }
        }

        return null;
    }

    /// <summary>An instance of a scenario without any operator.</summary>
    internal static Skeleton Plain(ScenarioContract contract, RawJson facts, ScrubbedEpisode? episode) => SkeletonId.Seal(new Skeleton
    {
        Id = "",
        Scenario = contract.Id,
        Facts = facts,
        EpisodeId = episode?.Id,
        TaskId = episode?.TaskId ?? ContentId.Of(contract.Id, facts.Text),
        Turns = contract.Turns,
        ToolCalls = contract.ToolCalls,
    });
}
