namespace Dreaming.Shrinking;

/// <summary>What the search for a smaller dream may cost, and when a chance of failure counts as kept.</summary>
public sealed record ShrinkOptions
{
    /// <summary>The most rollouts in all. When they are spent, the smallest dream so far is the result.</summary>
    /// <value>The default is 200. 0 leaves every dream as it is.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MostRollouts
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A number of rollouts is not negative.");
    } = 200;

    /// <summary>Whether the agent may answer the same dream differently. Null finds out: an agent whose conversation is the same in five trials counts as deterministic.</summary>
    /// <value>The default is null.</value>
    public bool? Stochastic { get; init; }

    /// <summary>How many runs of the whole dream measure how often a stochastic agent fails in it.</summary>
    /// <value>The default is 20.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int BaseRuns
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one run is needed.");
    } = 20;

    /// <summary>The most runs that one smaller dream gets before it counts as undecided, and is not taken.</summary>
    /// <value>The default is 40.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int MostRunsPerDream
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one run is needed.");
    } = 40;

    /// <summary>The share of the measured chance of failure at which it counts as lost. A dream that fails no oftener than that is taken with a chance of at most <see cref="Alpha"/>.</summary>
    /// <value>The default is 0.5.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value does not lie between 0 and 1.</exception>
    public double LostShare
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A share lies between 0 and 1.");
    } = 0.5;

    /// <summary>The chance that one smaller dream is taken although its chance of failure is lost.</summary>
    /// <value>The default is 0.05.</value>
    public double Alpha { get; init; } = 0.05;

    /// <summary>The chance that one smaller dream is turned down by the test although it fails as often as the whole dream.</summary>
    /// <value>The default is 0.05.</value>
    public double Beta { get; init; } = 0.05;
}
