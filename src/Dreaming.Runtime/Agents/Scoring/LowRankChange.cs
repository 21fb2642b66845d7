namespace Dreaming.Agents.Scoring;

/// <summary>
/// What an overlay adds to the base: <c>(alpha / rank) φ(s)ᵀ A B ψ(a)</c>, with A of state dimensions by rank and B of rank by action dimensions, both stored feature by feature.
/// Without training B is zero, and so is the change.
/// </summary>
internal sealed class LowRankChange(int stateDimensions, int actionDimensions, int rank, double alpha)
{
    public const int DefaultStateDimensions = 8192;
    public const int DefaultActionDimensions = 4096;

    public int StateDimensions { get; } = stateDimensions;
    public int ActionDimensions { get; } = actionDimensions;
    public int Rank { get; } = rank;
    public double Alpha { get; } = alpha;
    public float Scale => (float)(Alpha / Rank);

    /// <summary>State feature by state feature: <see cref="Rank"/> numbers each.</summary>
    public float[] A { get; } = new float[stateDimensions * rank];

    /// <summary>Action feature by action feature: <see cref="Rank"/> numbers each.</summary>
    public float[] B { get; } = new float[actionDimensions * rank];

    /// <summary>φ(s)ᵀ A, scaled.</summary>
    public void Project(List<int> state, Span<float> projection)
    {
        projection.Clear();
        foreach (var feature in state)
            Sum(A.AsSpan(feature * Rank, Rank), projection);
        var scale = Scale * Norm(state.Count);
        for (var i = 0; i < Rank; i++)
            projection[i] *= scale;
    }

    /// <summary>The change for one action, given the projected state.</summary>
    public float Score(ReadOnlySpan<float> projection, List<int> action)
    {
        var sum = 0f;
        foreach (var feature in action)
            sum += System.Numerics.Tensors.TensorPrimitives.Dot(projection, B.AsSpan(feature * Rank, Rank));
        return sum * Norm(action.Count);
    }

    /// <summary>Keeps the score of a case from growing with the number of its features.</summary>
    public static float Norm(int features) => features == 0 ? 0 : 1 / MathF.Sqrt(features);

    private static void Sum(ReadOnlySpan<float> row, Span<float> sum)
    {
        for (var i = 0; i < row.Length; i++)
            sum[i] += row[i];
    }
}
