namespace Dreaming.Gates;

/// <summary>How strict the gate is. Chosen before a night, never after.</summary>
public sealed record GateOptions
{
    /// <summary>The defaults.</summary>
    public static GateOptions Default { get; } = new();

    /// <summary>How far the pass rate on held-out episodes may fall before the candidate counts as inferior.</summary>
    /// <value>The default is 0.05: five percentage points.</value>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1, both excluded.</exception>
    public double Margin { get; init => field = Share(value, nameof(Margin)); } = 0.05;

    /// <summary>The two-sided confidence of the interval whose lower bound has to stay above the margin.</summary>
    /// <value>The default is 0.90: a one-sided test at 5 %.</value>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1, both excluded.</exception>
    public double Confidence { get; init => field = Share(value, nameof(Confidence)); } = 0.90;

    /// <summary>The level of the regression alarm, overall and per stratum. Lenient, because a missed regression costs more than a false alarm.</summary>
    /// <value>The default is 0.10.</value>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1, both excluded.</exception>
    public double AlarmLevel { get; init => field = Share(value, nameof(AlarmLevel)); } = 0.10;

    /// <summary>This many regressions in a stratum without a single improvement raise the alarm, whatever the test says.</summary>
    /// <value>The default is 3.</value>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int ClearLosses
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(ClearLosses));
            field = value;
        }
    } = 3;

    /// <summary>A newly produced breach of at least this DCB0129 rating blocks, in whichever suite it stands. In the safety suite every new breach blocks.</summary>
    /// <value>The default is 4.</value>
    /// <exception cref="ArgumentOutOfRangeException">Not between 1 and 5.</exception>
    public int BlockingRating
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(BlockingRating));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 5, nameof(BlockingRating));
            field = value;
        }
    } = 4;

    private static double Share(double value, string name) =>
        value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} has to lie between 0 and 1, both excluded.");
}
