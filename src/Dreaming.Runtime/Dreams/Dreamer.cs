using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams.Families;
using Dreaming.Episodes;

namespace Dreaming.Dreams;

/// <summary>
/// Dreams scenarios adjacent to what was seen. The five families take turns; each departs from a rehearsed episode, or, where there is none, from an instance that the world offers.
/// What comes out is different from all else in the batch and was checked before any agent runs in it: its facts are an instance of its scenario and among the world's possibilities, what the
/// user says fits the contracts, a counterfactual applies and leaves something to be done, a fault is one that the tool declares, nothing is given away by the opening, and
/// there is a budget. The same episodes, in any order, with the same count and seed give the same batch.
/// </summary>
/// <param name="domain">The domain.</param>
/// <param name="root">The world as the night found it; it is forked and never changed.</param>
/// <param name="options">How dreams are made.</param>
public sealed class Dreamer(DomainManifest domain, IWorld root, DreamerOptions options)
{
    private readonly InstancePool _pool = new(root, options.Reserved);

    /// <summary>Dreams.</summary>
    /// <param name="seeds">Training episodes, in any order; where none of them is recognised by a scenario, the scenarios' own instances serve.</param>
    /// <param name="count">How many are wanted. There are fewer when nothing new is left; the rejections then say why.</param>
    /// <param name="seed">Decides everything.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public DreamBatch Dream(IReadOnlyList<ScrubbedEpisode> seeds, int count, Seed seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var grounder = new Grounder(domain, root);
        var rehearsals = new List<Skeleton>();
        var called = new Dictionary<string, ImmutableArray<ToolContract>>(StringComparer.Ordinal);
        var (unrecognised, broken) = (0, 0);
        foreach (var episode in seeds.DistinctBy(e => e.Id).OrderBy(e => e.Id, StringComparer.Ordinal))
        {
            var rehearsal = grounder.Rehearse(episode, out var problem);
            broken += problem is null ? 0 : 1;
            if (rehearsal is null)
            {
                unrecognised++;
                continue;
            }

            rehearsals.Add(rehearsal);
            called[episode.Id] = Called(episode.Trajectory);
        }

        var sampler = Sampler(rehearsals, called);
        if (unrecognised > 0)
            sampler.Reject("episode-not-recognised", unrecognised);
        if (broken > 0)
            sampler.Reject("grounding-throws", broken);
        var from = (rehearsals.Count > 0 ? rehearsals : Instances(domain.Scenarios.Where(s => IsWanted(s.Id)))).Where(s => IsWanted(s.Scenario));
        var families = DreamSampler.All.Where(f => options.Families.IsEmpty || options.Families.Contains(f.Family)).ToImmutableArray();
        var skeletons = sampler.Draw(from, families, domain.Tools, count, seed).ToImmutableArray();
        return new DreamBatch(skeletons, skeletons.Count(s => s.EpisodeId is not null), sampler.Rejected);
    }

    /// <summary>
    /// Dreams the safety suite: half of it from the scenarios that belong to it, over all families, half of it faults of tools that write, over all scenarios. Where one half cannot be
    /// filled, the other one takes its place.
    /// </summary>
    /// <param name="count">How many are wanted. There are fewer when nothing new is left.</param>
    /// <param name="seed">Decides everything.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ImmutableArray<Skeleton> DreamSafety(int count, Seed seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var sampler = Sampler([], new Dictionary<string, ImmutableArray<ToolContract>>());
        var safety = Instances(domain.Scenarios.Where(s => s.Safety));
        var writers = domain.Tools.Where(t => t.Effect == Effect.Write).ToImmutableArray();
        var skeletons = ImmutableArray.CreateBuilder<Skeleton>();
        skeletons.AddRange(sampler.Draw(safety, DreamSampler.All, domain.Tools, (count + 1) / 2, seed.Derive("scenarios")));
        skeletons.AddRange(sampler.Draw(Instances(domain.Scenarios), [new Failures()], writers, count - skeletons.Count, seed.Derive("writes")));
        skeletons.AddRange(sampler.Draw(safety, DreamSampler.All, domain.Tools, count - skeletons.Count, seed.Derive("more")));
        return skeletons.ToImmutable();
    }

    private DreamSampler Sampler(IReadOnlyCollection<Skeleton> grounded, IReadOnlyDictionary<string, ImmutableArray<ToolContract>> called) =>
        new(domain, _pool, new SkeletonCheck(domain, root, _pool, grounded), options, called);

    private bool IsWanted(string scenario) => options.Scenarios.IsEmpty || options.Scenarios.Contains(scenario);

    private List<Skeleton> Instances(IEnumerable<ScenarioContract> scenarios) => [.. scenarios.SelectMany(_pool.Seeds)];

    private ImmutableArray<ToolContract> Called(Trajectory trajectory) =>
    [
        .. trajectory.Events.OfType<ToolCalled>().Select(c => c.Tool).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(domain.FindTool).OfType<ToolContract>(),
    ];
}
