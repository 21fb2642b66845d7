using System.Collections.Immutable;
using Dreaming.Episodes;

namespace Dreaming.Curation;

/// <summary>Episodes that may be used, each for one thing only. Both lists are ordered by id.</summary>
/// <param name="Train">May enter dreams.</param>
/// <param name="HeldOut">May only gate.</param>
/// <param name="Duplicates">How many were left out because the same episode is among the others.</param>
/// <param name="Quarantined">The episodes that cannot be used, with the reason.</param>
public sealed record CuratedEpisodes(ImmutableArray<ScrubbedEpisode> Train, ImmutableArray<ScrubbedEpisode> HeldOut, int Duplicates, ImmutableArray<Quarantined> Quarantined);
