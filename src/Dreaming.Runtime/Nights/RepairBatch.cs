using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Dreaming.Distillation;
using Dreaming.Journals;
using Microsoft.Extensions.AI;

namespace Dreaming.Nights;

/// <summary>Searches corrections for many failures at once, keeps what each search found, and gives the findings in the order of the failures.</summary>
internal sealed class RepairBatch(RepairSearch search, NightLog log, int concurrency, IProgress<NightProgress>? progress)
{
    public async Task<ImmutableArray<RepairFindings>> RunAsync(string stage, IReadOnlyList<JudgedRollout> failures, IChatClient agent, CancellationToken cancellationToken)
    {
        var findings = new RepairFindings[failures.Count];
        var kept = new ConcurrentBag<Task>();
        var done = 0;
        progress?.Report(new NightProgress(stage, 0, failures.Count));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, failures.Count),
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (i, ct) =>
            {
                var (rollout, scorecard) = failures[i];
                if (log.Find(stage, rollout.Id) is { } body)
                {
                    findings[i] = JsonSerializer.Deserialize(body, NightJson.Default.RepairFindings)!;
                    Count();
                    return;
                }

                findings[i] = await search.FindAsync(rollout, scorecard, agent, ct).ConfigureAwait(false);
                kept.Add(KeepAsync(i, ct));
            }).ConfigureAwait(false);
        await Task.WhenAll(kept).ConfigureAwait(false);
        return ImmutableCollectionsMarshal.AsImmutableArray(findings);

        async Task KeepAsync(int i, CancellationToken ct)
        {
            await log.AppendAsync(stage, failures[i].Rollout.Id, JsonSerializer.SerializeToUtf8Bytes(findings[i], NightJson.Default.RepairFindings), ct).ConfigureAwait(false);
            Count();
        }

        void Count() => progress?.Report(new NightProgress(stage, Interlocked.Increment(ref done), failures.Count));
    }
}
