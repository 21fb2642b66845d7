using Dreaming.Contracts;
using Dreaming.Dreams;

namespace Dreaming.Audits;

/// <summary>Holds the course of a conversation to its budget, to the turns that people and tools take, and to its one end.</summary>
internal sealed class CourseAudit(DomainManifest domain)
{
    public void Check(Skeleton skeleton, Trajectory trajectory, Report report)
    {
        Budget(skeleton, trajectory, report);
        Order(trajectory, report);
        var ends = trajectory.Events.Index().Where(e => e.Item is Ended).ToList();
        if (ends.Count == 0)
        {
            report(null, AuditRules.End, "The conversation has no end.");
            return;
        }

        if (ends.Count > 1)
            report(ends[1].Index, AuditRules.End, $"The conversation ends {ends.Count} times.");
        if (ends[0].Index != trajectory.Events.Length - 1)
            report(ends[0].Index, AuditRules.End, "Something happens after the end.");
        End(skeleton, trajectory, ends[0].Index, (Ended)ends[0].Item, report);
    }

    private static void Budget(Skeleton skeleton, Trajectory trajectory, Report report)
    {
        var (said, called) = (0, 0);
        for (var i = 0; i < trajectory.Events.Length; i++)
        {
            if (trajectory.Events[i] is UserSaid && ++said == skeleton.Turns + 1)
                report(i, AuditRules.Budget, $"The user sends more than {skeleton.Turns} messages.");
            if (trajectory.Events[i] is ToolCalled && ++called == skeleton.ToolCalls + 1)
                report(i, AuditRules.Budget, $"The agent makes more than {skeleton.ToolCalls} calls.");
        }
    }

    private static void Order(Trajectory trajectory, Report report)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < trajectory.Events.Length; i++)
        {
            var before = i == 0 ? null : trajectory.Events[i - 1];
            switch (trajectory.Events[i])
            {
                case UserSaid when before is not (null or AgentSaid):
                    report(i, AuditRules.Order, "The user speaks without having been spoken to.");
                    break;
                case AgentSaid or ToolCalled when before is null or ToolCalled:
                    report(i, AuditRules.Order, "The agent acts before the user has spoken, or before its last call was answered.");
                    break;
                case ToolCalled called when !ids.Add(called.CallId):
                    report(i, AuditRules.Order, $"The call id {called.CallId} is used twice.");
                    break;
                case ToolReplied reply when before is not ToolCalled call || call.CallId != reply.CallId || call.Tool != reply.Tool:
                    report(i, AuditRules.Order, $"The reply to {reply.CallId} does not follow its call.");
                    break;
            }
        }
    }

    private void End(Skeleton skeleton, Trajectory trajectory, int at, Ended end, Report report)
    {
        Owner[] fitting = end.Reason switch
        {
            EndReason.UserDone or EndReason.Handover => [Owner.None],
            EndReason.UserGaveUp or EndReason.TurnBudget or EndReason.CallBudget or EndReason.AgentStopped or EndReason.AgentFailed => [Owner.Agent],
            EndReason.UserFailed => [Owner.User],
            EndReason.Ungrounded => [Owner.Tool],
            EndReason.Broken => [Owner.Tool, Owner.Contract, Owner.Infrastructure],
            _ => [],
        };
        if (!fitting.Contains(end.Owner))
            report(at, AuditRules.End, $"An end by {end.Reason} is not owned by {end.Owner}.");
        if (!Shown(skeleton, trajectory.Before(at), end.Reason))
            report(at, AuditRules.End, $"What happened before gives no reason for an end by {end.Reason}.");
    }

    private bool Shown(Skeleton skeleton, Trajectory before, EndReason reason) => reason switch
    {
        EndReason.UserDone or EndReason.UserGaveUp => before.Events is [.., UserSaid or AgentSaid] && before.AgentTexts.Any(),
        EndReason.TurnBudget => before.UserTexts.Count() >= skeleton.Turns,
        EndReason.CallBudget => before.Events.Count(e => e is ToolCalled) >= Math.Min(skeleton.ToolCalls, new Rollouts.RolloutOptions().CallsPerTurn),
        EndReason.Handover => before.Events is [.., ToolReplied { Outcome: ReplyOutcome.Result } reply] && domain.FindTool(reply.Tool)?.Effect == Effect.Handover,
        EndReason.Ungrounded => before.Events is [.., ToolCalled],
        EndReason.Unknown => false,
        _ => true,
    };
}
