using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Curation;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Episodes;

namespace Dreaming.Hunting;

/// <summary>Where a hunt's dreams come from. No skeleton is given twice.</summary>
internal sealed class HuntingGround
{
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Skeleton> _beginnings;
    private readonly ImmutableArray<ToolContract> _tools;
    private readonly SkeletonCheck _check;
    private readonly DreamSampler _sampler;

    public HuntingGround(DomainManifest domain, IWorld root, ImmutableArray<EpisodeRead> episodes)
    {
        var read = episodes.Select(e => e.Episode).OfType<Episode>().ToList();
        var curated = new Curator(domain, new CurationOptions { HeldOutShare = 0 }).Curate(read);
        var grounder = new Grounder(domain, root);
        var recorded = curated.Train.Select(e => (Episode: e, Rehearsal: grounder.Rehearse(e))).Where(e => e.Rehearsal is not null).Select(e => (e.Episode, Rehearsal: e.Rehearsal!)).ToList();
        var pool = new InstancePool(root, []);
        Recordings = episodes.Length;
        Recorded = [.. recorded.Select(r => (r.Rehearsal.Scenario, r.Episode.Successful))];
        Failed = Spread(recorded.Where(r => !r.Episode.Successful).Select(r => r.Rehearsal).DistinctBy(s => s.Id));
        var known = recorded.Select(r => r.Rehearsal.Scenario).ToHashSet(StringComparer.Ordinal);
        _beginnings = Spread(recorded.Select(r => r.Rehearsal).DistinctBy(s => s.Id).Concat(domain.Scenarios.Where(s => !known.Contains(s.Id)).SelectMany(pool.Seeds)));
        _tools = domain.Tools;
        _check = new SkeletonCheck(domain, root, pool, recorded.Select(r => r.Rehearsal));
        _sampler = new DreamSampler(
            domain, pool, _check, new DreamerOptions(),
            recorded.DistinctBy(r => r.Episode.Id).ToDictionary(r => r.Episode.Id, r => Called(domain, r.Episode.Trajectory), StringComparer.Ordinal));
    }

    /// <summary>Recordings that were given.</summary>
    public int Recordings { get; }

    /// <summary>What the recordings say of each scenario that recognised one.</summary>
    public ImmutableArray<(string Scenario, bool Successful)> Recorded { get; }

    /// <summary>The rehearsals of recorded failures, the scenarios taking turns.</summary>
    public ImmutableArray<Skeleton> Failed { get; }

    /// <summary>Dreams without any operator, recorded failures first and the scenarios taking turns.</summary>
    public IEnumerable<Skeleton> AsItWas(int count) =>
        Failed.Take((count + 1) / 2).Concat(_beginnings).Where(s => !_given.Contains(s.Id) && _check.Refusal(s) is null).DistinctBy(s => s.Id).Take(count).Where(s => _given.Add(s.Id));

    /// <summary>Dreams one step, sometimes two, off the beaten path.</summary>
    public IEnumerable<Skeleton> Fresh(int count, Seed seed) => Near(_beginnings, count, seed);

    /// <summary>Dreams one step, sometimes two, away from others.</summary>
    public IEnumerable<Skeleton> Near(IReadOnlyCollection<Skeleton> from, int count, Seed seed) =>
        count <= 0 || from.Count == 0 ? [] : [.. _sampler.Draw(from, DreamSampler.All, _tools, count, seed).Where(s => _given.Add(s.Id))];

    private static ImmutableArray<Skeleton> Spread(IEnumerable<Skeleton> skeletons) =>
    [
        .. skeletons.GroupBy(s => s.Scenario, StringComparer.Ordinal)
            .SelectMany(g => g.Select((skeleton, place) => (skeleton, place)))
            .OrderBy(s => s.place).ThenBy(s => s.skeleton.Scenario, StringComparer.Ordinal)
            .Select(s => s.skeleton),
    ];

    private static ImmutableArray<ToolContract> Called(DomainManifest domain, Trajectory trajectory) =>
        [.. trajectory.Events.OfType<ToolCalled>().Select(c => c.Tool).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(domain.FindTool).OfType<ToolContract>()];
}
