namespace Dreaming.Episodes;

/// <summary>One record of an input: an episode, or the reason why there is none. Exactly one of the two is set.</summary>
/// <param name="Episode">The episode.</param>
/// <param name="Quarantined">Where the record stands and why it was not taken.</param>
public readonly record struct EpisodeRead(Episode? Episode, Quarantined? Quarantined)
{
    internal static EpisodeRead Refused(Place place, string reason) => new(null, new Quarantined(place, reason));
}
