using Dreaming.Contracts;
using Dreaming.Dreams;

namespace Dreaming.Audits;

/// <summary>Makes the calls of a rollout once more in a fresh world of its dream, and holds each reply to contract, fault plan and that world.</summary>
internal sealed class ToolAudit(DomainManifest domain)
{
    /// <param name="skeleton">The dream.</param>
    /// <param name="trajectory">What happened.</param>
    /// <param name="world">The world as it was at the start; it is changed.</param>
    /// <param name="report">Takes findings down.</param>
    public void Check(Skeleton skeleton, Trajectory trajectory, IWorld world, Report report)
    {
        var start = world.Fork();
        var plan = new FaultPlan(skeleton.Operators);
        for (var i = 0; i < trajectory.Events.Length; i++)
        {
            if (trajectory.Events[i] is not ToolCalled called)
                continue;
            var next = i + 1 < trajectory.Events.Length ? trajectory.Events[i + 1] : null;
            if (Valid(called, i, report) is not { } contract)
                Invalid(called, next as ToolReplied, i + 1, report);
            else
                Answer(new Step(contract, contract.ReadCall(called.Arguments.ToUtf8()), plan.Next(contract.Name), i + 1), next, world, start, report);
        }
    }

    private ToolContract? Valid(ToolCalled called, int at, Report report)
    {
        var (contract, utf8) = (domain.FindTool(called.Tool), called.Arguments.ToUtf8());
        var violations = new List<Violation>();
        var valid = contract is not null && contract.Validate(utf8, violations);
        if (valid != called.Violations.IsDefaultOrEmpty)
            report(at, AuditRules.Call, valid ? $"The call of {called.Tool} keeps its contract and is recorded as breaking it." : $"The call of {called.Tool} breaks its contract and is recorded as keeping it.");
        return valid ? contract : null;
    }

    private static void Invalid(ToolCalled called, ToolReplied? reply, int at, Report report)
    {
        if (reply is not { Outcome: ReplyOutcome.Invalid, Fault: null })
            report(at, AuditRules.Call, $"The call of {called.Tool} breaks its contract and is not answered as invalid.");
    }

    private static void Answer(Step step, TrajectoryEvent? next, IWorld world, IWorld start, Report report)
    {
        var planned = step.Fault;
        if (next is ToolReplied { Outcome: ReplyOutcome.Invalid })
        {
            report(step.At, AuditRules.Call, $"The call of {step.Tool.Name} keeps its contract and is answered as invalid.");
            return;
        }

        if (planned is { } undone && FaultPlan.Replaces(undone))
        {
            if (next is not ToolReplied { Outcome: ReplyOutcome.Fault } failed || failed.Fault != undone || string.IsNullOrWhiteSpace(failed.Content))
                report(step.At, AuditRules.Fault, $"The dream plans {undone} for this call of {step.Tool.Name}, and it is answered otherwise.");
            return;
        }

        var old = planned == ToolFault.Stale && step.Tool.Effect == Effect.Read;
        var truth = Ask(step, next, old ? start.Fork() : world, report);
        if (truth is null || next is not ToolReplied reply)
        {
            if (truth is not null)
                report(step.At, AuditRules.Reply, $"The call of {step.Tool.Name} has no reply, though the world has an answer.");
            return;
        }

        ToolFault? expected = truth.Value.Refused ? (old ? planned : null) : planned is ToolFault.Stale && !old ? null : planned;
        if (reply.Fault != expected || reply.Outcome == ReplyOutcome.Fault)
            report(step.At, AuditRules.Fault, $"The reply of {step.Tool.Name} shows {Shown(reply)}, and the dream plans {expected?.ToString() ?? "no fault"} for this call.");
        else
            Compare(step, reply, truth.Value, expected, report);
    }

    // A conversation may end at a call that the world has no answer to, or breaks at; then nobody else may answer it.
    private static SandboxReply? Ask(Step step, TrajectoryEvent? next, IWorld world, Report report)
    {
        try
        {
            return world.Handle(step.Call);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var reason = e is NotSupportedException ? EndReason.Ungrounded : EndReason.Broken;
            if (next is not Ended end || end.Reason != reason)
                report(step.At, AuditRules.Reply, $"The world has no answer to {step.Tool.Name} ({e.GetType().Name}), and the rollout has one.");
            return null;
        }
    }

    private static void Compare(Step step, ToolReplied reply, SandboxReply truth, ToolFault? fault, Report report)
    {
        var tool = step.Tool.Name;
        if (reply.Outcome == ReplyOutcome.Refused != truth.Refused)
            report(step.At, AuditRules.Reply, $"{tool} is recorded as {reply.Outcome}, and the world {(truth.Refused ? "refuses" : "answers")}.");
        else if (fault is { } degraded && !truth.Refused)
            Degraded(step, degraded, reply.Content, truth.Content, report);
        else if (reply.Content != (truth.Content ?? ""))
            report(step.At, AuditRules.Reply, $"{tool} is recorded to say other words than the world does when the calls are made again.");
        else if (!truth.Refused && !step.Tool.TryReadResult(reply.Content, out _))
            report(step.At, AuditRules.Reply, $"The result of {tool} breaks its contract.");
    }

    private static void Degraded(Step step, ToolFault fault, string content, string truth, Report report)
    {
        var possible = fault switch
        {
            ToolFault.Malformed => DegradedReply.IsBrokenOff(content, truth),
            _ => content != truth && DegradedReply.AddsOnlyANotice(content, truth),
        };
        if (!possible)
            report(step.At, AuditRules.Reply, $"The {fault} reply of {step.Tool.Name} says what the world does not.");
    }

    private static string Shown(ToolReplied reply) => reply.Fault?.ToString() ?? (reply.Outcome == ReplyOutcome.Fault ? "a fault without a name" : "no fault");

    private readonly record struct Step(ToolContract Tool, object Call, ToolFault? Fault, int At);
}
