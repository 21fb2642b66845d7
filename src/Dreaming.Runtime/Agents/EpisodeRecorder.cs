using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Episodes;
using Dreaming.Rollouts;
using Microsoft.Extensions.AI;

namespace Dreaming.Agents;

/// <summary>An agent that is recorded.</summary>
/// <param name="Id">Names it in the recordings.</param>
/// <param name="Client">The agent.</param>
public sealed record RecordedAgent(string Id, IChatClient Client);

/// <summary>
/// Records episodes of a domain: agents serve users in the sandbox as it is, so that a domain has recordings to begin with. The tasks are the scenarios' own instances, scenario after
/// scenario; in a part of them a tool fails on the way, as real tools do. Failures are recorded as well as successes.
/// </summary>
/// <param name="domain">The domain.</param>
/// <param name="root">The world as the domain ships it.</param>
/// <param name="runner">Runs the conversations.</param>
/// <param name="critic">Judges them: the reward is 1 for a pass and 0 otherwise.</param>
public sealed class EpisodeRecorder(DomainManifest domain, IWorld root, RolloutRunner runner, Critic critic)
{
    private const double FaultyShare = 0.3;

    /// <summary>Records. The agents take turns at the same tasks.</summary>
    /// <param name="count">How many episodes.</param>
    /// <param name="agents">Who is recorded.</param>
    /// <param name="seed">Decides tasks, words and faults.</param>
    /// <param name="cancellationToken">Gives the recording up.</param>
    /// <returns>The episodes; fewer when a conversation could not be judged, or when the domain has no instances.</returns>
    public async Task<ImmutableArray<Episode>> RecordAsync(int count, IReadOnlyList<RecordedAgent> agents, Seed seed, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfZero(agents.Count, nameof(agents));
        var writer = new DreamWriter(domain);
        var episodes = ImmutableArray.CreateBuilder<Episode>();
        var number = 0;
        foreach (var (skeleton, round) in Tasks(seed))
        {
            for (var a = 0; a < agents.Count; a++)
            {
                if (number == count)
                    return episodes.DrainToImmutable();
                var agent = agents[a];
                var dream = writer.Write(skeleton, seed.Derive("words").Derive(skeleton.Id, round));
                var trial = (round * agents.Count) + a;
                var rollout = await runner.RunAsync(dream, agent.Client, agent.Id, trial, cancellationToken).ConfigureAwait(false);
                var scorecard = await critic.JudgeAsync(rollout, cancellationToken).ConfigureAwait(false);
                number++;
                if (scorecard.Passed is not { } passed)
                    continue;
                episodes.Add(EpisodeId.Seal(new Episode
                {
                    Id = "",
                    Domain = domain.Name,
                    ContractHash = domain.ContractHash,
                    TaskId = skeleton.TaskId,
                    Trial = trial,
                    Agent = agent.Id,
                    Reward = passed ? 1 : 0,
                    Trajectory = rollout.Trajectory,
                }));
            }
        }

        return episodes.DrainToImmutable();
    }

    // One instance of each scenario after the other, over and over, in a seeded order, until every one has had its turn; then again in other words.
    private IEnumerable<(Skeleton Skeleton, int Round)> Tasks(Seed seed)
    {
        var random = seed.Derive("tasks").ToRandom();
        var pools = new List<Skeleton[]>();
        foreach (var scenario in domain.Scenarios)
        {
            Skeleton[] pool = [.. scenario.Seeds(root.Fork()).Select(s => Grounder.Plain(scenario, ScenarioFacts.Of(scenario, s), null)).DistinctBy(s => s.Id)];
            random.Shuffle<Skeleton>(pool);
            if (pool.Length > 0)
                pools.Add(pool);
        }

        if (pools.Count == 0)
            yield break;
        for (var turn = 0; ; turn++)
        {
            foreach (var pool in pools)
            {
                var skeleton = pool[turn % pool.Length];
                var templates = domain.FindScenario(skeleton.Scenario)!.Says.Length;
                if (templates > 1)
                    skeleton = SkeletonId.With(skeleton, new OtherWords(random.Next(templates)));
                if (random.Chance(FaultyShare) && Fault(random) is { } fault)
                    skeleton = SkeletonId.With(skeleton, fault);
                yield return (skeleton, turn / pool.Length);
            }
        }
    }

    private InjectFault? Fault(SeededRandom random)
    {
        var faulty = domain.Tools.Where(t => !t.Faults.IsEmpty).ToList();
        if (faulty.Count == 0)
            return null;
        var tool = random.Pick(faulty);
        return new InjectFault(tool.Name, random.Pick(tool.Faults), From: 1, Times: 1);
    }
}
