using Dreaming.Agents;
using Dreaming.Agents.Candidates;
using Dreaming.Agents.Reading;
using Dreaming.Agents.Scoring;
using Dreaming.Distillation;

namespace Dreaming.Overlays;

/// <summary>A lesson in numbers: what the state is, what could be done, what is right, and what was wrong.</summary>
/// <param name="State">The features of the state.</param>
/// <param name="Actions">The features of each candidate.</param>
/// <param name="Base">The base's score of each candidate.</param>
/// <param name="Right">The index of the right one.</param>
/// <param name="Wrong">The index of the attempted one; -1 when there is none.</param>
/// <param name="Source">Where the lesson comes from.</param>
internal sealed record PreparedLesson(List<int> State, List<int>[] Actions, float[] Base, int Right, int Wrong, string Source)
{
    /// <summary>Null when the right action is not among the candidates.</summary>
    public static PreparedLesson? Of(Lesson lesson, DomainLexicon lexicon, int stateDimensions, int actionDimensions)
    {
        var state = ConversationState.Of(lexicon, lesson.State);
        var candidates = CandidateList.Of(state);
        var right = CandidateMatch.IndexOf(lesson.Right, state, candidates);
        if (right < 0)
            return null;
        var wrong = lesson.Wrong is null ? -1 : CandidateMatch.IndexOf(lesson.Wrong, state, candidates);
        var features = new FeatureSet(stateDimensions);
        StateFeatures.Add(state, features);
        var prior = new Prior(state, candidates);
        var actions = new List<int>[candidates.Count];
        var scores = new float[candidates.Count];
        for (var i = 0; i < actions.Length; i++)
        {
            var action = new FeatureSet(actionDimensions);
            ActionFeatures.Add(state, candidates[i], action);
            actions[i] = action.On;
            scores[i] = (float)prior.Score(state, candidates[i]);
        }

        return new(features.On, actions, scores, right, wrong == right ? -1 : wrong, lesson.SourceId);
    }
}
