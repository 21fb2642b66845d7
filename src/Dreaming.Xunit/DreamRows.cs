using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Curation;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Episodes;

namespace Dreaming.Xunit;

/// <summary>Which dreams a theory wants.</summary>
/// <param name="Family">The one family; null for all.</param>
/// <param name="Scenarios">The scenarios' ids; all when empty.</param>
/// <param name="Count">How many.</param>
/// <param name="Seed">Decides them.</param>
/// <param name="Episodes">Recordings to depart from; null for none.</param>
internal sealed record DreamWish(Family? Family, ImmutableArray<string> Scenarios, int Count, ulong Seed, string? Episodes);

/// <summary>Makes the rows of a theory.</summary>
internal static class DreamRows
{
    /// <exception cref="ArgumentException">A scenario is not declared, or the count is not positive.</exception>
    /// <exception cref="InvalidOperationException">The domain has no such dream.</exception>
    /// <exception cref="EpisodeSourceException">The recordings cannot be read.</exception>
    public static async Task<ImmutableArray<DreamCase>> MakeAsync(DreamStage stage, DreamWish wish, int shrinkRollouts)
    {
        var domain = stage.Domain;
        if (wish.Count <= 0)
            throw new ArgumentException($"Count is {wish.Count}; a theory needs at least one dream.", nameof(wish));
        if (wish.Scenarios.FirstOrDefault(s => domain.FindScenario(s) is null) is { } unknown)
            throw new ArgumentException($"The domain '{domain.Name}' has no scenario '{unknown}'. It has: {string.Join(", ", domain.Scenarios.Select(s => s.Id))}.", nameof(wish));

        var episodes = await EpisodesAsync(domain, wish.Episodes).ConfigureAwait(false);
        var options = new DreamerOptions { Families = wish.Family is { } family ? [family] : [], Scenarios = wish.Scenarios };
        var seed = new Seed(wish.Seed);
        var batch = new Dreamer(domain, stage.World, options).Dream(episodes, wish.Count, seed.Derive("dreams"));
        if (batch.Skeletons.IsEmpty)
        {
            throw new InvalidOperationException(
                $"The domain '{domain.Name}' has no dream like that. Turned down: {string.Join(", ", batch.Rejected.Select(r => $"{r.Key} {r.Value}"))}. Ask for another family or scenario.");
        }

        var writer = new DreamWriter(domain);
        return
        [
            .. batch.Skeletons.Select((skeleton, i) => new DreamCase(
                stage, writer.Write(skeleton, seed.Derive("words").Derive(skeleton.Id)), DreamName.Of(skeleton, i + 1), shrinkRollouts)),
        ];
    }

    private static async Task<ImmutableArray<ScrubbedEpisode>> EpisodesAsync(DomainManifest domain, string? path)
    {
        if (path is null)
            return [];
        var read = new List<Episode>();
        await foreach (var one in new EpisodeReader(domain).ReadAsync(path).ConfigureAwait(false))
            if (one.Episode is { } episode)
                read.Add(episode);
        var curated = new Curator(domain, new CurationOptions()).Curate(read);
        return [.. curated.Train, .. curated.HeldOut];
    }
}
