using System.Collections.Immutable;
using Dreaming.Episodes;

namespace Dreaming.Cli.Hosting;

/// <summary>The recordings that a night starts from.</summary>
internal static class EpisodeSource
{
    /// <param name="domain">The domain.</param>
    /// <param name="given">The path that was asked for; null for the domain's own folder.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="EpisodeSourceException">The path leads nowhere or cannot be opened.</exception>
    public static async Task<ImmutableArray<EpisodeRead>> ReadAsync(LoadedDomain domain, string? given, CancellationToken cancellationToken)
    {
        if ((given ?? domain.Folder.DefaultEpisodes) is not { } path)
            return [];
        var reads = ImmutableArray.CreateBuilder<EpisodeRead>();
        await foreach (var read in new EpisodeReader(domain.Manifest).ReadAsync(path, cancellationToken).ConfigureAwait(false))
            reads.Add(read);
        return reads.ToImmutable();
    }
}
