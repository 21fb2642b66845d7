using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Nights;
using Dreaming.Shrinking;

namespace Dreaming.Hunting;

/// <summary>What a hunt knows while it goes on.</summary>
internal sealed class HuntState(DomainManifest domain, Func<Skeleton, DreamSize> sizeOf, bool criteria)
{
    // What was run long ago was departed from already; a long hunt costs no more a round than a short one.
    private const int Remembered = 1000;

    private readonly HashSet<string> _ends = new(StringComparer.Ordinal);

    public CoverageLedger Coverage { get; } = new(domain);

    public Difficulty Difficulty { get; } = new();

    public ClusterLedger Clusters { get; } = new(domain, sizeOf, criteria);

    /// <summary>Candidates that were not chosen yet.</summary>
    public List<Skeleton> Pool { get; } = [];

    /// <summary>The latest dreams that were run and judged.</summary>
    public Queue<Skeleton> Run { get; } = [];

    public SortedDictionary<string, int> Unjudged { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ScenarioTally> Scenarios { get; } = new(StringComparer.Ordinal);

    public int Dreams { get; private set; }

    public int FromEpisodes { get; private set; }

    public int Failed { get; private set; }

    public int UnscoredCriteria { get; private set; }

    /// <summary>What the first dream that could not be judged said about it.</summary>
    public string? FirstUnjudged { get; private set; }

    /// <summary>Every dream so far ended in one and the same breakdown, of the agent or of the machine.</summary>
    public bool IsAllAlike => _ends.Count == 1 && !_ends.Contains("");

    public void Take(JudgedRollout judged)
    {
        var (card, skeleton) = (judged.Scorecard, judged.Rollout.Dream.Skeleton);
        Dreams++;
        FromEpisodes += skeleton.EpisodeId is null ? 0 : 1;
        var known = Clusters.Count;
        var clusters = Clusters.Take(judged);
        Coverage.Count(judged, Clusters.Count > known);
        var tally = Scenarios.GetValueOrDefault(skeleton.Scenario);
        Scenarios[skeleton.Scenario] = new ScenarioTally(tally.Dreams + 1, tally.Failed + (clusters.IsEmpty ? 0 : 1), tally.Missed + (card.Passed is not null && card.Achieved is false ? 1 : 0));
        _ends.Add(clusters is [var only] && FailureCluster.IsBreakdown(judged.Rollout.Trajectory.End) ? only.Id : card.Owner == Owner.Infrastructure ? "infrastructure" : "");
        if (card.Passed is null)
        {
            Unjudged[card.Owner.ToString()] = Unjudged.GetValueOrDefault(card.Owner.ToString()) + 1;
            FirstUnjudged ??= card.Unscored;
            return;
        }

        Run.Enqueue(skeleton);
        if (Run.Count > Remembered)
            Run.Dequeue();
        Failed += clusters.IsEmpty ? 0 : 1;
        UnscoredCriteria += card.Verdicts.Any(v => v.Finding == Finding.Unscored) ? 1 : 0;
        Difficulty.Count(skeleton, !clusters.IsEmpty);
    }
}
