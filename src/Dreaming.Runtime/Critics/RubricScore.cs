using Dreaming.Contracts;

namespace Dreaming.Critics;

/// <summary>
/// HealthBench's formula (arXiv 2505.08775): the points of the met criteria over the sum of the positive points. Criteria that are not applicable or unscored count in neither.
/// </summary>
/// <param name="Earned">The points of all met criteria, negative ones included.</param>
/// <param name="Possible">The sum of the positive points of the scored criteria.</param>
public readonly record struct RubricScore(int Earned, int Possible)
{
    /// <summary>The score as it is, below 0 when more was done wrong than right; null when no positive criterion was scored.</summary>
    public double? Unclipped => Possible == 0 ? null : (double)Earned / Possible;

    /// <summary>The score between 0 and 1; null when no positive criterion was scored.</summary>
    public double? Clipped => Unclipped is { } score ? Math.Clamp(score, 0, 1) : null;

    /// <summary>The score with one more criterion.</summary>
    /// <param name="points">The criterion's points, never zero.</param>
    /// <param name="finding">What was found.</param>
    public RubricScore With(int points, Finding finding) => finding switch
    {
        Finding.Met => new(Earned + points, Possible + Math.Max(0, points)),
        Finding.NotMet => this with { Possible = Possible + Math.Max(0, points) },
        _ => this,
    };

    /// <summary>The score of the given verdicts.</summary>
    public static RubricScore Of(IEnumerable<(int Points, Finding Finding)> verdicts) =>
        verdicts.Aggregate(default(RubricScore), (score, v) => score.With(v.Points, v.Finding));
}
