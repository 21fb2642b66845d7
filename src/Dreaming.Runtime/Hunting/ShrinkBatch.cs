using System.Collections.Immutable;
using Dreaming.Shrinking;

namespace Dreaming.Hunting;

/// <summary>Makes the failures of a hunt smaller, several at once. What shrinks to the same dream by the same rule turns out to be one failure.</summary>
internal sealed class ShrinkBatch(Shrinker shrinker, Rehearsals rehearsals, HuntOptions options)
{
    public async Task<ImmutableArray<HuntedFailure>> RunAsync(ImmutableArray<ClusterLedger.Found> found, IProgress<HuntProgress>? progress, CancellationToken cancellationToken)
    {
        var shrunk = new HuntedFailure[found.Length];
        var done = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, found.Length),
            new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken },
            async (i, ct) =>
            {
                var (cluster, smallest, dreams, _) = found[i];
                var result = Hung(found[i])
                    ? AsItIs(found[i])
                    : await shrinker.ShrinkAsync(smallest, cluster.Rule, rehearsals.RunAsync, ct).ConfigureAwait(false);
                shrunk[i] = new HuntedFailure(cluster, dreams, smallest.Scorecard.Breaches.Where(b => b.Invariant == cluster.Rule.Id).Select(b => (int?)b.Rating).Max(), result);
                progress?.Report(new HuntProgress("shrink", Interlocked.Increment(ref done), found.Length, found.Length));
            }).ConfigureAwait(false);
        return
        [
            .. shrunk
                .GroupBy(f => (f.Cluster.Rule.Kind, f.Cluster.Rule.Id, Dream: f.Shrunk.Smallest.Rollout.Dream.Skeleton.Id, Breakdown: FailureCluster.IsBreakdown(f.Shrunk.Original.Rollout.Trajectory.End)))
                .Select(same => same.First() with { Dreams = same.Sum(f => f.Dreams) })
                .OrderByDescending(f => f.Rating ?? 0).ThenByDescending(f => f.Dreams).ThenBy(f => f.Cluster.Id, StringComparer.Ordinal),
        ];
    }

    // Each further run of an agent that hangs would cost the whole patience that an answer gets.
    private static bool Hung(ClusterLedger.Found found) =>
        found.Smallest.Rollout.Trajectory.End is { Reason: EndReason.AgentFailed, Detail: { } detail } && detail.StartsWith("The agent hung", StringComparison.Ordinal);

    private ShrinkResult AsItIs(ClusterLedger.Found found)
    {
        var size = shrinker.SizeOf(found.Smallest.Rollout.Dream.Skeleton);
        return new ShrinkResult { Rule = found.Cluster.Rule, Original = found.Smallest, Smallest = found.Smallest, Before = size, After = size, Rollouts = 0, Finished = false };
    }
}
