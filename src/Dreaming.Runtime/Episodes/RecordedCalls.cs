using Dreaming.Contracts;

namespace Dreaming.Episodes;

/// <summary>
/// Holds the calls of a recording against the domain's contracts. Arguments that break a contract are an agent's mistake when the tool answered with an error: the call is kept and
/// carries its violations. When the tool answered with a result, the recording and the contract disagree about the tool, and nothing can be learnt from it.
/// </summary>
internal sealed class RecordedCalls(DomainManifest domain)
{
    /// <summary>The trajectory with the violations of its calls, or the reason why it cannot be taken.</summary>
    public (Trajectory? Taken, string? Reason) Check(Trajectory trajectory)
    {
        var replies = new Dictionary<string, ToolReplied>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var happened in trajectory.Events)
        {
            if (happened is ToolCalled called)
            {
                if (replies.ContainsKey(called.CallId) || !open.Add(called.CallId))
                    return (null, $"two calls share the id '{Shown.Of(called.CallId)}'");
                if (domain.FindTool(called.Tool) is null)
                    return (null, $"it calls the tool '{Shown.Of(called.Tool)}', which {domain.Name} does not declare");
            }
            else if (happened is ToolReplied replied)
            {
                if (!open.Remove(replied.CallId))
                    return (null, $"a reply answers the call '{Shown.Of(replied.CallId)}', which was not made or is answered already");
                replies.Add(replied.CallId, replied);
            }
        }

        if (open.Count > 0)
            return (null, $"the call '{Shown.Of(open.Min(StringComparer.Ordinal)!)}' has no reply");

        var events = trajectory.Events.ToBuilder();
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is not ToolCalled called)
                continue;
            var violations = new List<Violation>();
            if (domain.FindTool(called.Tool)!.Validate(called.Arguments.ToUtf8(), violations))
                continue;
            if (replies[called.CallId].Outcome == ReplyOutcome.Result)
                return (null, $"'{called.Tool}' answered a call with a result, though its arguments break the contract: {Shown.Of(violations.Count > 0 ? violations[0].ToString() : "not valid")}");
            events[i] = called with { Violations = [.. violations] };
        }

        return (new Trajectory(events.ToImmutable()), null);
    }
}
