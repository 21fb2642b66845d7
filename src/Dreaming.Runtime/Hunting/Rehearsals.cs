using System.Collections.Immutable;
using Dreaming.Critics;
using Dreaming.Dreams;
using Dreaming.Nights;
using Dreaming.Rollouts;
using Microsoft.Extensions.AI;

namespace Dreaming.Hunting;

/// <summary>Runs the agent in dreams, and judges it.</summary>
/// <param name="parts">What the hunt is made of.</param>
public sealed class Rehearsals(HuntParts parts)
{
    /// <summary>A rollout that broke for reasons of the machine is run again this often.</summary>
    private const int Attempts = 3;

    private readonly RolloutRunner _runner = new(parts.Domain, parts.World, parts.User, parts.Rollouts);
    private readonly Critic _critic = new(parts.Domain, parts.World, parts.Judge);
    private readonly SteadyAgent _agent = new(parts.Agent);

    /// <summary>Runs the agent in a dream.</summary>
    /// <param name="dream">The dream.</param>
    /// <param name="trial">Which run it is: it decides the agent's sampling together with the dream.</param>
    /// <param name="cancellationToken">Gives the run up.</param>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public async Task<JudgedRollout> RunAsync(Dream dream, int trial, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var rollout = await _runner.RunAsync(dream, _agent, parts.AgentId, trial, cancellationToken).ConfigureAwait(false);
            var scorecard = await _critic.JudgeAsync(rollout, cancellationToken).ConfigureAwait(false);
            if (scorecard.Owner != Owner.Infrastructure || attempt == Attempts)
                return new JudgedRollout(rollout, scorecard);
        }
    }

    /// <summary>Runs many, and gives the results in the order of the dreams; null where the time was over before.</summary>
    internal async Task<ImmutableArray<JudgedRollout?>> RunAsync(ImmutableArray<Dream> dreams, int concurrency, CancellationToken limit, CancellationToken cancellationToken)
    {
        var results = new JudgedRollout?[dreams.Length];
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit, cancellationToken);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, dreams.Length),
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (i, _) =>
            {
                try
                {
                    results[i] = await RunAsync(dreams[i], 0, either.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                {
                    results[i] = null;
                }
            }).ConfigureAwait(false);
        return [.. results];
    }
}
