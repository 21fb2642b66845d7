using Dreaming.Agents.Candidates;
using Dreaming.Agents.Reading;

namespace Dreaming.Agents.Scoring;

/// <summary>Scores candidates: the base, and what an overlay adds.</summary>
internal sealed class PolicyScorer(LowRankChange? change)
{
    [ThreadStatic]
    private static FeatureSet? _state;

    [ThreadStatic]
    private static FeatureSet? _action;

    /// <summary>One score a candidate.</summary>
    public double[] Score(ConversationState state, List<Candidate> candidates)
    {
        var scores = new double[candidates.Count];
        var prior = new Prior(state, candidates);
        for (var i = 0; i < scores.Length; i++)
            scores[i] = prior.Score(state, candidates[i]);
        if (change is null)
            return scores;

        var features = Cleared(ref _state, change.StateDimensions);
        StateFeatures.Add(state, features);
        Span<float> projection = stackalloc float[change.Rank];
        change.Project(features.On, projection);
        for (var i = 0; i < scores.Length; i++)
        {
            var action = Cleared(ref _action, change.ActionDimensions);
            ActionFeatures.Add(state, candidates[i], action);
            scores[i] += change.Score(projection, action.On);
        }

        return scores;
    }

    /// <summary>The best candidate; the first of equals.</summary>
    public static int Best(double[] scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best])
                best = i;
        return best;
    }

    private static FeatureSet Cleared(ref FeatureSet? set, int dimensions)
    {
        if (set is null || set.Dimensions != dimensions)
            set = new FeatureSet(dimensions);
        set.Clear();
        return set;
    }
}
