using System.Numerics.Tensors;
using Dreaming.Agents.Scoring;

namespace Dreaming.Overlays;

/// <summary>
/// The loss of one lesson and its gradient: the cross-entropy of the right action over all candidates, and the logistic loss of preferring it to the attempted one.
/// The gradient is held in its factors: with p the projected state, row i of A gets <see cref="StateRow"/>, row j of B gets <see cref="Coefficient"/>(j) times p.
/// </summary>
internal sealed class LessonLoss(LowRankChange change, double preference)
{
    private readonly float[] _coefficients = new float[change.ActionDimensions];
    private readonly List<int> _touched = new(256);
    private readonly float[] _projection = new float[change.Rank];
    private readonly float[] _stateRow = new float[change.Rank];
    private float[] _scores = new float[64];

    /// <summary>The features of actions whose rows of B have a gradient.</summary>
    public List<int> Touched => _touched;
    public ReadOnlySpan<float> Projection => _projection;
    /// <summary>The gradient of the rows of A that belong to the state's features: the same for each.</summary>
    public ReadOnlySpan<float> StateRow => _stateRow;

    public float Coefficient(int feature) => _coefficients[feature];

    /// <summary>The loss, and whether the right action scores best.</summary>
    public (double Loss, bool Right) Evaluate(PreparedLesson lesson)
    {
        var scores = Score(lesson);
        var right = scores[lesson.Right];
        var best = true;
        for (var i = 0; i < scores.Length; i++)
            best &= i == lesson.Right || scores[i] < right || (scores[i] == right && i > lesson.Right);
        var loss = LogSumExp(scores) - right;
        if (lesson.Wrong >= 0)
            loss += preference * Softplus(scores[lesson.Wrong] - right);
        return (loss, best);
    }

    /// <summary>The loss; afterwards the gradient can be read.</summary>
    public double Differentiate(PreparedLesson lesson)
    {
        foreach (var feature in _touched)
            _coefficients[feature] = 0;
        _touched.Clear();
        var scores = Score(lesson);
        var all = LogSumExp(scores);
        var loss = all - scores[lesson.Right];
        var pull = 0.0;
        if (lesson.Wrong >= 0)
        {
            var margin = scores[lesson.Wrong] - scores[lesson.Right];
            loss += preference * Softplus(margin);
            pull = preference / (1 + Math.Exp(-margin));
        }

        for (var i = 0; i < scores.Length; i++)
        {
            var gradient = Math.Exp(scores[i] - all);
            if (i == lesson.Right)
                gradient -= 1 + pull;
            else if (i == lesson.Wrong)
                gradient += pull;
            Spread(lesson.Actions[i], (float)gradient);
        }

        // Back through the projection, with B as it is before the step.
        Array.Clear(_stateRow);
        foreach (var feature in _touched)
            TensorPrimitives.MultiplyAdd(change.B.AsSpan(feature * change.Rank, change.Rank), _coefficients[feature], _stateRow, _stateRow);
        TensorPrimitives.Multiply(_stateRow, change.Scale * LowRankChange.Norm(lesson.State.Count), _stateRow);
        return loss;
    }

    private void Spread(List<int> features, float gradient)
    {
        var each = gradient * LowRankChange.Norm(features.Count);
        foreach (var feature in features)
        {
            if (_coefficients[feature] == 0)
                _touched.Add(feature);
            _coefficients[feature] += each;
            // A sum that comes to zero must not be listed twice.
            if (_coefficients[feature] == 0)
                _coefficients[feature] = float.Epsilon;
        }
    }

    private Span<float> Score(PreparedLesson lesson)
    {
        change.Project(lesson.State, _projection);
        if (_scores.Length < lesson.Base.Length)
            _scores = new float[lesson.Base.Length];
        var scores = _scores.AsSpan(0, lesson.Base.Length);
        for (var i = 0; i < scores.Length; i++)
            scores[i] = lesson.Base[i] + change.Score(_projection, lesson.Actions[i]);
        return scores;
    }

    private static double LogSumExp(ReadOnlySpan<float> scores)
    {
        var most = TensorPrimitives.Max(scores);
        var sum = 0.0;
        foreach (var score in scores)
            sum += Math.Exp(score - most);
        return most + Math.Log(sum);
    }

    private static double Softplus(double x) => x > 30 ? x : Math.Log(1 + Math.Exp(x));
}
