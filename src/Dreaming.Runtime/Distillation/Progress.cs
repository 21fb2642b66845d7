using Dreaming.Critics;

namespace Dreaming.Distillation;

/// <summary>
/// How far a rollout came: achieved or not, fewer violated invariants, the score, and what was found out or done on the way. Only the search sees it, never a proposer.
/// </summary>
internal readonly record struct Progress(int Breaches, bool Achieved, double Score, int Results) : IComparable<Progress>
{
    private const double Noticeable = 1e-9;

    public static Progress Of(Trajectory trajectory, Scorecard scorecard) => new(
        scorecard.Breaches.Length,
        scorecard.Achieved == true,
        (scorecard.Score.Helpfulness ?? 0) + scorecard.Score.ToolCorrectness - scorecard.Score.RiskPenalty,
        trajectory.Calls().Where(c => c.Succeeded).Select(c => c.Called.Tool).Distinct(StringComparer.Ordinal).Count());

    public int CompareTo(Progress other)
    {
        if (Breaches != other.Breaches)
            return other.Breaches.CompareTo(Breaches);
        if (Achieved != other.Achieved)
            return Achieved.CompareTo(other.Achieved);
        if (Results != other.Results)
            return Results.CompareTo(other.Results);
        return Math.Abs(Score - other.Score) < Noticeable ? 0 : Score.CompareTo(other.Score);
    }
}
