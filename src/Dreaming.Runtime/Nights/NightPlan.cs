using System.Collections.Immutable;
using Dreaming.Curation;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Episodes;

namespace Dreaming.Nights;

/// <summary>What a night is going to do: episodes split, dreams made, cases named. Nothing has been run.</summary>
internal sealed record NightPlan
{
    public required CuratedEpisodes Curated { get; init; }
    public required EpisodeCount Episodes { get; init; }
    public required DreamBatch Batch { get; init; }
    public required ImmutableArray<Quarantined> Quarantined { get; init; }
    public required ImmutableArray<RolloutCase> Cases { get; init; }

    public IEnumerable<RolloutCase> Of(CaseGroup group) => Cases.Where(c => c.Group == group);

    /// <summary>Reads, curates, dreams.</summary>
    public static NightPlan Make(NightParts parts, NightOptions options)
    {
        var read = parts.Episodes.Where(e => e.Episode is not null).Select(e => e.Episode!).ToList();
        var curated = new Curator(parts.Domain, new CurationOptions { HeldOutShare = options.HeldOutShare }).Curate(read);
        var seed = new Seed(options.Seed);
        var grounder = new Grounder(parts.Domain, parts.World);
        var writer = new DreamWriter(parts.Domain);

        var rehearsals = curated.HeldOut.Select(e => grounder.Rehearse(e)).OfType<Skeleton>().DistinctBy(s => s.Id).OrderBy(s => s.Id, StringComparer.Ordinal).ToList();
        var dreamer = new Dreamer(parts.Domain, parts.World, new DreamerOptions { Reserved = [.. rehearsals] });
        var batch = dreamer.Dream(curated.Train, options.Dreams, seed.Derive("dreams"));
        var safety = dreamer.DreamSafety(options.SafetyDreams, seed.Derive("safety"));

        RolloutCase Case(CaseGroup group, Skeleton skeleton, int trial) =>
            new(group, writer.Write(skeleton, seed.Derive(group.ToString()).Derive(skeleton.Id, trial)), trial);

        var cases = ImmutableArray.CreateBuilder<RolloutCase>();
        for (var i = 0; i < batch.Skeletons.Length; i++)
            cases.Add(Case(IsProbe(i, options.ProbeShare) ? CaseGroup.Probe : CaseGroup.Lesson, batch.Skeletons[i], 0));
        foreach (var skeleton in rehearsals)
            for (var trial = 0; trial < options.HeldOutTrials; trial++)
                cases.Add(Case(CaseGroup.HeldOut, skeleton, trial));
        foreach (var skeleton in safety)
            cases.Add(Case(CaseGroup.Safety, skeleton, 0));

        return new NightPlan
        {
            Curated = curated,
            Episodes = new EpisodeCount(
                parts.Episodes.Length, curated.Train.Count(e => grounder.Rehearse(e) is not null) + curated.HeldOut.Count(e => grounder.Rehearse(e) is not null)),
            Batch = batch,
            Quarantined = [.. parts.Episodes.Where(e => e.Quarantined is not null).Select(e => e.Quarantined!), .. curated.Quarantined],
            Cases = cases.ToImmutable(),
        };
    }

    // Spreads the probes evenly, so that the families, which take turns, are all among them.
    private static bool IsProbe(int index, double share) => (int)((index + 1) * share) > (int)(index * share);
}

/// <summary>Episodes read, and how many of the kept ones a scenario recognised.</summary>
internal readonly record struct EpisodeCount(int Read, int Grounded);
