using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Nights;
using Dreaming.Shrinking;

namespace Dreaming.Hunting;

/// <summary>The different failures so far, each with the smallest dream that it was met in.</summary>
internal sealed class ClusterLedger(DomainManifest domain, Func<Skeleton, DreamSize> sizeOf, bool criteria)
{
    private readonly Dictionary<string, Found> _found = new(StringComparer.Ordinal);

    public int Count => _found.Count;

    /// <summary>In the order in which they were met.</summary>
    public ImmutableArray<Found> All => [.. _found.Values.OrderBy(f => f.Order)];

    /// <summary>Takes a rollout.</summary>
    /// <returns>The clusters that it belongs to.</returns>
    public ImmutableArray<FailureCluster> Take(JudgedRollout judged)
    {
        var clusters = FailureCluster.Of(judged, domain, criteria);
        foreach (var cluster in clusters)
            if (!_found.TryGetValue(cluster.Id, out var known))
                _found[cluster.Id] = new Found(cluster, judged, 1, _found.Count);
            else if (sizeOf(judged.Rollout.Dream.Skeleton).CompareTo(sizeOf(known.Smallest.Rollout.Dream.Skeleton)) < 0)
                _found[cluster.Id] = new Found(cluster, judged, known.Dreams + 1, known.Order);
            else
                _found[cluster.Id] = known with { Dreams = known.Dreams + 1 };
        return clusters;
    }

    /// <summary>A failure that stands for its cluster.</summary>
    internal sealed record Found(FailureCluster Cluster, JudgedRollout Smallest, int Dreams, int Order);
}
