using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Dreaming.Critics;
using Dreaming.Journals;
using Dreaming.Rollouts;
using Microsoft.Extensions.AI;

namespace Dreaming.Nights;

/// <summary>Runs many cases at once, keeps each when it is finished, and gives the results in the order of the cases.</summary>
internal sealed class RolloutBatch(RolloutRunner runner, Critic critic, NightLog log, int concurrency, IProgress<NightProgress>? progress)
{
    /// <summary>A rollout that broke for reasons of the machine is run again this often.</summary>
    private const int Attempts = 3;

    public async Task<ImmutableArray<JudgedRollout>> RunAsync(
        string stage, IReadOnlyList<RolloutCase> cases, IChatClient agent, string agentId, CancellationToken cancellationToken)
    {
        var results = new JudgedRollout[cases.Count];
        var kept = new ConcurrentBag<Task>();
        var done = 0;
        progress?.Report(new NightProgress(stage, 0, cases.Count));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, cases.Count),
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (i, ct) =>
            {
                var one = cases[i];
                if (log.Find(stage, Unit(one)) is { } body)
                {
                    results[i] = JsonSerializer.Deserialize(body, NightJson.Default.JudgedRollout)!;
                    Count();
                    return;
                }

                results[i] = await JudgeAsync(one, agent, agentId, ct).ConfigureAwait(false);
                kept.Add(KeepAsync(i, ct));
            }).ConfigureAwait(false);
        await Task.WhenAll(kept).ConfigureAwait(false);
        return ImmutableCollectionsMarshal.AsImmutableArray(results);

        async Task KeepAsync(int i, CancellationToken ct)
        {
            // What the machine broke is no result: the next start tries it again.
            if (results[i].Scorecard.Owner != Owner.Infrastructure)
                await log.AppendAsync(stage, Unit(cases[i]), JsonSerializer.SerializeToUtf8Bytes(results[i], NightJson.Default.JudgedRollout), ct).ConfigureAwait(false);
            Count();
        }

        string Unit(RolloutCase one) => $"{one.Unit}/{agentId}";

        void Count() => progress?.Report(new NightProgress(stage, Interlocked.Increment(ref done), cases.Count));
    }

    private async Task<JudgedRollout> JudgeAsync(RolloutCase one, IChatClient agent, string agentId, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var rollout = await runner.RunAsync(one.Dream, agent, agentId, one.Trial, cancellationToken).ConfigureAwait(false);
            var scorecard = await critic.JudgeAsync(rollout, cancellationToken).ConfigureAwait(false);
            if (scorecard.Owner != Owner.Infrastructure || attempt == Attempts)
                return new JudgedRollout(rollout, scorecard);
        }
    }
}
