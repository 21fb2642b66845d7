using Dreaming.Agents.Binding;
using Dreaming.Agents.Reading;

namespace Dreaming.Agents.Candidates;

/// <summary>Finds an action of anybody among the candidates.</summary>
internal static class CandidateMatch
{
    /// <summary>
    /// The candidate that is the action: a call of the same tool with the same arguments, or with the same ones but for texts that an agent words itself; the same words, or words
    /// that do the same. -1 when there is none.
    /// </summary>
    public static int IndexOf(AgentAction action, ConversationState state, List<Candidate> candidates) => action switch
    {
        CallTool call => OfCall(call, state, candidates),
        Say say => OfWords(say.Text, state, candidates),
        _ => -1,
    };

    private static int OfCall(CallTool call, ConversationState state, List<Candidate> candidates)
    {
        var tool = state.Lexicon.Find(call.Tool);
        if (tool is null)
            return -1;
        var arguments = CanonicalJson.Arguments(call.Arguments.Text, tool.Contract);
        var exact = candidates.FindIndex(c => c.IsCall && c.Tool == tool && c.Content == arguments);
        if (exact >= 0 || !Array.Exists(tool.Parameters, p => p.IsProse))
            return exact;
        var scalars = CanonicalJson.Scalars(arguments);
        return candidates.FindIndex(c => c.IsCall && c.Tool == tool && SameButForProse(c, scalars));
    }

    private static bool SameButForProse(Candidate candidate, List<(string Name, string Json)> scalars)
    {
        for (var i = 0; i < candidate.Values.Length; i++)
        {
            var slot = candidate.Tool!.Parameters[i];
            var at = scalars.FindIndex(s => s.Name == slot.Name);
            var given = at < 0 ? null : scalars[at].Json;
            if (candidate.Values[i] is { } value && value.Json.StartsWith('['))
                return false;
            if (slot.IsProse ? given is null != candidate.Values[i] is null : given != candidate.Values[i]?.Json)
                return false;
        }

        return true;
    }

    private static int OfWords(string text, ConversationState state, List<Candidate> candidates)
    {
        var exact = candidates.FindIndex(c => !c.IsCall && c.Content == text);
        if (exact >= 0)
            return exact;
        var act = Phrasing.Recognise(text);
        if (act.Kind != ActKind.Other)
            return candidates.FindIndex(c => c.Kind == act.Kind && (c.Subject == act.Subject || act.Kind == ActKind.Decline));
        return text.Contains('?') ? OfQuestion(text, candidates) : OfStatement(state, candidates);
    }

    // Somebody else's question is the agent's own when it asks for one of its slots and no other.
    private static int OfQuestion(string text, List<Candidate> candidates)
    {
        var found = -1;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Slot is not { } slot || !text.Contains(slot.Words, StringComparison.OrdinalIgnoreCase))
                continue;
            if (found >= 0)
                return -1;
            found = i;
        }

        return found;
    }

    // A statement after a call reports on that call.
    private static int OfStatement(ConversationState state, List<Candidate> candidates)
    {
        if (state.Last != Turn.Tool || state.LastCall is not { } last)
            return -1;
        var kind = last.Answer switch
        {
            Answer.Refused => ActKind.Decline,
            Answer.Result when last.Tool?.Contract.Effect == Effect.Write => ActKind.Done,
            Answer.Result => ActKind.Inform,
            Answer.Outage => ActKind.Apologise,
            _ => ActKind.None,
        };
        return kind == ActKind.None ? -1 : candidates.FindIndex(c => c.Kind == kind && c.Tool == last.Tool);
    }
}
