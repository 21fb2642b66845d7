using Dreaming.Agents.Reading;

namespace Dreaming.Agents.Candidates;

/// <summary>Statements: what was found, what was done, what cannot be done, what failed.</summary>
internal static class ReplyCandidates
{
    private const int MostFound = 3;

    public static void Add(ConversationState state, List<Candidate> candidates)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var i = state.Calls.Count - 1; i >= 0 && told.Count < MostFound; i--)
        {
            var call = state.Calls[i];
            if (call.Succeeded && call.Tool?.Contract.Effect is Effect.Read or Effect.None && told.Add(call.Name))
                candidates.Add(Candidate.Words(ActKind.Inform, () => Phrasing.Inform(call), call.Tool));
        }

        var written = state.Calls.FindAll(c => c.Succeeded && c.Tool?.Contract.Effect == Effect.Write);
        if (written.Count > 0)
            candidates.Add(Candidate.Words(ActKind.Done, () => Phrasing.Done(written), written[^1].Tool));
        if (state.Calls.FindLast(c => c.Answer == Answer.Refused) is { } refused)
            candidates.Add(Candidate.Words(ActKind.Decline, () => Phrasing.Decline(refused), refused.Tool));
        if (state.Calls.FindLast(c => c.Answer is Answer.Fault or Answer.Outage or Answer.Degraded) is { } failed)
            candidates.Add(Candidate.Words(ActKind.Apologise, () => Phrasing.Apologise(failed), failed.Tool));
        candidates.Add(Candidate.Words(ActKind.Refuse, () => Phrasing.Refused));
        if (state.Calls.Exists(c => c.Tool?.Contract.Effect == Effect.Write && !c.Succeeded))
            candidates.Add(Candidate.Words(ActKind.Claim, () => Phrasing.Claimed));
    }
}
