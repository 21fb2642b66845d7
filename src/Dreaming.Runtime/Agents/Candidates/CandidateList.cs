using Dreaming.Agents.Binding;
using Dreaming.Agents.Reading;

namespace Dreaming.Agents.Candidates;

/// <summary>Everything that the agent could do next, at most <see cref="Most"/> things, in an order that depends on the conversation alone.</summary>
internal static class CandidateList
{
    public const int Most = 64;

    private const int MostCalls = 40;
    private const int MostQuestions = 14;

    public static List<Candidate> Of(ConversationState state)
    {
        var binder = new Binder(state);
        var candidates = new List<Candidate>(Most);
        var first = new Candidate?[state.Lexicon.Tools.Length];
        CallCandidates.Add(state, binder, candidates, first, MostCalls);
        QuestionCandidates.Add(state, binder, first, candidates, MostQuestions);
        ReplyCandidates.Add(state, candidates);
        if (candidates.Count > Most)
            candidates.RemoveRange(Most, candidates.Count - Most);
        return candidates;
    }
}
