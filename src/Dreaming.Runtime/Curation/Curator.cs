using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Episodes;

namespace Dreaming.Curation;

/// <summary>
/// Decides which episodes may be used, and for what. The same episodes give the same result in whatever order they come: each stands once, all runs of a task stand on the
/// same side, and on which side a task stands depends on its name and the split's seed alone, not on which other tasks there are.
/// </summary>
/// <param name="domain">The domain.</param>
/// <param name="options">How to split.</param>
public sealed class Curator(DomainManifest domain, CurationOptions options)
{
    private readonly Scrubber _scrubber = new(domain);

    /// <summary>Removes duplicates, quarantines what was recorded in another domain or under another contract, splits by task and scrubs.</summary>
    /// <param name="episodes">The episodes, in any order.</param>
    public CuratedEpisodes Curate(IReadOnlyList<Episode> episodes)
    {
        var train = ImmutableArray.CreateBuilder<ScrubbedEpisode>();
        var heldOut = ImmutableArray.CreateBuilder<ScrubbedEpisode>();
        var quarantined = ImmutableArray.CreateBuilder<Quarantined>();
        var distinct = episodes
            .GroupBy(e => e.Id, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.OrderBy(e => e.Place.File, StringComparer.Ordinal).ThenBy(e => e.Place.Line).First())
            .ToList();
        foreach (var episode in distinct)
        {
            if (Unusable(episode) is { } reason)
                quarantined.Add(new Quarantined(episode.Place, reason));
            else
                (IsHeldOut(episode.TaskId) ? heldOut : train).Add(_scrubber.Scrub(episode));
        }

        return new CuratedEpisodes(train.ToImmutable(), heldOut.ToImmutable(), episodes.Count - distinct.Count, quarantined.ToImmutable());
    }

    /// <summary>Whether the episodes of a task are held out.</summary>
    public bool IsHeldOut(string taskId) => options.SplitSeed.Derive(taskId).ToRandom().NextDouble() < options.HeldOutShare;

    private string? Unusable(Episode episode)
    {
        if (episode.Domain != domain.Name)
            return $"It belongs to the domain '{Shown.Of(episode.Domain)}', not to '{domain.Name}'.";
        if (episode.ContractHash is { } hash && hash != domain.ContractHash)
            return $"It was recorded under the contract {Shown.Of(hash)}; the domain now has {domain.ContractHash}. Record it again.";
        return null;
    }
}
