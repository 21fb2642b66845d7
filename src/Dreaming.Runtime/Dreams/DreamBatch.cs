using System.Collections.Immutable;

namespace Dreaming.Dreams;

/// <summary>The skeletons of a night.</summary>
/// <param name="Skeletons">All different, families taking turns.</param>
/// <param name="FromEpisodes">How many of them are grounded in an episode; 0 when the domain's scenarios alone gave them.</param>
/// <param name="Rejected">Candidates that were turned down before any agent ran, by reason.</param>
public sealed record DreamBatch(ImmutableArray<Skeleton> Skeletons, int FromEpisodes, ImmutableSortedDictionary<string, int> Rejected);
