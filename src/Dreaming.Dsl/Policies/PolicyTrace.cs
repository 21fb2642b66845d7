using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>An event of a policy's trace and where it comes from.</summary>
/// <param name="Event">The event.</param>
/// <param name="Index">The index in <see cref="Trajectory.Events"/> of what it stems from: the message, or the call.</param>
public readonly record struct PolicyTraceEvent(PolicyEvent Event, int Index);

/// <summary>
/// A conversation as a policy sees it. Each message of the user is a turn, then each signal that it raises, in the manifest's order. Each text of the agent is a reply. Each call is one
/// event, at the place of the call, with its outcome: a call without a reply did not succeed; one of an unknown tool, or one that breaks its tool's contract, is a call of no tool.
/// </summary>
public static class PolicyTrace
{
    /// <summary>The trace of a trajectory.</summary>
    /// <param name="domain">The domain whose tools and signals count.</param>
    /// <param name="trajectory">What happened.</param>
    /// <exception cref="PolicySignalException">The detection of a signal threw.</exception>
    public static ImmutableArray<PolicyTraceEvent> Of(DomainManifest domain, Trajectory trajectory)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(trajectory);
        var events = ImmutableArray.CreateBuilder<PolicyTraceEvent>(trajectory.Events.Length);
        var succeeded = SucceededCalls(trajectory);
        for (var index = 0; index < trajectory.Events.Length; index++)
        {
            switch (trajectory.Events[index])
            {
                case UserSaid said:
                    events.Add(new(PolicyEvent.OfUserTurn(said.Text), index));
                    AddSignals(domain, trajectory, index, events);
                    break;
                case AgentSaid said:
                    events.Add(new(PolicyEvent.OfReply(said.Text), index));
                    break;
                case ToolCalled called:
                    events.Add(new(Call(domain, called, succeeded.Contains(index)), index));
                    break;
            }
        }

        return events.DrainToImmutable();
    }

    /// <summary>A call as a policy sees it, before or after it was answered.</summary>
    /// <param name="domain">The domain whose tools count.</param>
    /// <param name="called">The call.</param>
    /// <param name="succeeded">It returned a result.</param>
    public static PolicyEvent Call(DomainManifest domain, ToolCalled called, bool succeeded)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(called);
        if (called is not { Tool: { } name, Arguments.Text: not null, Violations.IsDefaultOrEmpty: true } || domain.FindTool(name) is not { } tool)
            return PolicyEvent.OfUnknownCall();
        if (called.Typed is { } typed && tool.CallType.IsInstanceOfType(typed))
            return PolicyEvent.OfCall(tool.Name, typed, succeeded);
        var arguments = called.Arguments.ToUtf8();
        return tool.Validate(arguments) ? PolicyEvent.OfCall(tool.Name, tool.ReadCall(arguments), succeeded) : PolicyEvent.OfUnknownCall();
    }

    private static void AddSignals(DomainManifest domain, Trajectory trajectory, int index, ImmutableArray<PolicyTraceEvent>.Builder events)
    {
        if (domain.Signals.IsEmpty)
            return;
        var soFar = trajectory.Before(index + 1);
        foreach (var signal in domain.Signals)
        {
            object? raised;
            try
            {
                raised = signal.Detect(soFar);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw new PolicySignalException(signal.Id, index, e);
            }

            if (raised is not null)
                events.Add(new(PolicyEvent.OfSignal(signal.Id, raised), index));
        }
    }

    // A reply answers the last call of its id before it that has no answer yet.
    private static HashSet<int> SucceededCalls(Trajectory trajectory)
    {
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        var succeeded = new HashSet<int>();
        for (var index = 0; index < trajectory.Events.Length; index++)
        {
            if (trajectory.Events[index] is ToolCalled called)
                open[called.CallId ?? ""] = index;
            else if (trajectory.Events[index] is ToolReplied replied && open.Remove(replied.CallId ?? "", out var call) && replied.Outcome == ReplyOutcome.Result)
                succeeded.Add(call);
        }

        return succeeded;
    }
}
