namespace Dreaming.Episodes;

/// <summary>
/// An episode without the values that identify people: the only kind that can enter a dream. Only <see cref="Curation.Scrubber"/> makes one, so that handing a raw
/// episode onward does not compile.
/// </summary>
public sealed class ScrubbedEpisode
{
    internal ScrubbedEpisode(Episode scrubbed, int replaced)
    {
        Episode = scrubbed;
        Replaced = replaced;
    }

    /// <summary>How many values were replaced by pseudonyms.</summary>
    public int Replaced { get; }

    /// <summary>The id of the episode it was made from.</summary>
    public string Id => Episode.Id;

    /// <inheritdoc cref="Episode.TaskId"/>
    public string TaskId => Episode.TaskId;

    /// <inheritdoc cref="Episode.Trial"/>
    public int Trial => Episode.Trial;

    /// <inheritdoc cref="Episode.Successful"/>
    public bool Successful => Episode.Successful;

    /// <summary>What happened, with pseudonyms.</summary>
    public Trajectory Trajectory => Episode.Trajectory;

    /// <inheritdoc cref="Episode.Place"/>
    public Place Place => Episode.Place;

    private Episode Episode { get; }
}
