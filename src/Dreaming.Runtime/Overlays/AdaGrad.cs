using Dreaming.Agents.Scoring;

namespace Dreaming.Overlays;

/// <summary>
/// AdaGrad (Duchi, Hazan and Singer, JMLR 2011): each number takes its own, shrinking steps, which suits features of which most are rare. Only rows that a lesson touches change.
/// </summary>
internal sealed class AdaGrad(LowRankChange change, float rate, float l2)
{
    private const float Small = 1e-6f;

    private readonly float[] _squaresA = new float[change.A.Length];
    private readonly float[] _squaresB = new float[change.B.Length];

    /// <summary>Whether a row of A was ever changed.</summary>
    public bool[] Changed { get; } = new bool[change.StateDimensions];

    public void Step(PreparedLesson lesson, LessonLoss loss)
    {
        var rank = change.Rank;
        foreach (var feature in loss.Touched)
            Row(change.B.AsSpan(feature * rank, rank), _squaresB.AsSpan(feature * rank, rank), loss.Projection, loss.Coefficient(feature));
        foreach (var feature in lesson.State)
        {
            Row(change.A.AsSpan(feature * rank, rank), _squaresA.AsSpan(feature * rank, rank), loss.StateRow, 1);
            Changed[feature] = true;
        }
    }

    private void Row(Span<float> values, Span<float> squares, ReadOnlySpan<float> direction, float coefficient)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var gradient = (coefficient * direction[i]) + (l2 * values[i]);
            squares[i] += gradient * gradient;
            values[i] -= rate * gradient / (MathF.Sqrt(squares[i]) + Small);
        }
    }
}
