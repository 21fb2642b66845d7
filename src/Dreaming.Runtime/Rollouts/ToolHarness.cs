using System.Collections.Immutable;
using System.Text;
using Dreaming.Contracts;
using Dreaming.Dreams;

namespace Dreaming.Rollouts;

/// <summary>Answers tool calls in a dream: contract first, then the fault plan, then the world.</summary>
internal sealed class ToolHarness(DomainManifest domain)
{
    /// <param name="Called">The call as it is recorded.</param>
    /// <param name="Reply">The answer; null when the sandbox failed.</param>
    /// <param name="End">How the conversation ends with this call; null when it goes on.</param>
    public readonly record struct Outcome(ToolCalled Called, ToolReplied? Reply, Ended? End);

    /// <summary>Answers one call.</summary>
    /// <param name="call">The agent's call.</param>
    /// <param name="callId">A call id that is unique in the trajectory.</param>
    /// <param name="operators">The skeleton's operators.</param>
    /// <param name="soFar">Gives what happened before the call, where a planned fault has to know.</param>
    /// <param name="world">The world; a call that is executed changes it.</param>
    /// <param name="start">The world at the start of the conversation; never changed.</param>
    public Outcome Answer(AgentCall call, string callId, ImmutableArray<DreamOperator> operators, Func<Trajectory> soFar, IWorld world, IWorld start)
    {
        var utf8 = call.Arguments.Utf8.Span;
        var called = new ToolCalled(callId, WellFormed.Text(call.Tool), new RawJson(Encoding.UTF8.GetString(utf8)));
        if (domain.FindTool(call.Tool) is not { } contract)
            return Invalid(called, new Violation("", "tool", "a declared tool", "an unknown name"), UnknownTool(called.Tool));
        if (call.Arguments.Unreadable is { } unreadable)
            return Invalid(called, unreadable, Broken(call.Tool, [unreadable]));
        if (!contract.Validate(utf8))
        {
            var violations = new List<Violation>();
            contract.Validate(utf8, violations);
            called = called with { Violations = [.. violations] };
            return new(called, Reply(called, ReplyOutcome.Invalid, Broken(call.Tool, violations)), null);
        }

        var typed = contract.ReadCall(utf8);
        called = called with { Typed = typed };
        var fault = HasFaults(operators) ? ToolFaults.Due(operators, contract.Name, soFar()) : null;
        if (fault is { } undone && undone is not (ToolFault.Partial or ToolFault.Stale or ToolFault.Malformed))
            return new(called, Reply(called, ReplyOutcome.Fault, ToolFaults.Say(undone, contract.Name), undone), null);
        return Execute(called, contract, fault, world, start);
    }

    private static bool HasFaults(ImmutableArray<DreamOperator> operators)
    {
        foreach (var step in operators)
            if (step is InjectFault)
                return true;
        return false;
    }

    private static Outcome Execute(ToolCalled called, ToolContract contract, ToolFault? fault, IWorld world, IWorld start)
    {
        var old = fault == ToolFault.Stale && !ToolFaults.Executes(ToolFault.Stale, contract.Effect);
        SandboxReply answer;
        try
        {
            answer = (old ? start.Fork() : world).Handle(called.Typed!);
        }
        catch (NotSupportedException e)
        {
            return new(called, null, new Ended(EndReason.Ungrounded, Owner.Tool, $"The sandbox has no answer to {called.Tool}: {e.Message}"));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(called, null, new Ended(EndReason.Broken, Owner.Tool, $"The sandbox threw at {called.Tool}: {e.GetType().Name}: {e.Message}"));
        }

        var content = answer.Content ?? "";
        var reply = (answer.Refused, fault) switch
        {
            (true, _) => Reply(called, ReplyOutcome.Refused, content, old ? fault : null),
            (_, ToolFault.Partial) => Reply(called, ReplyOutcome.Result, DegradedAnswer.Partial(content), fault),
            (_, ToolFault.Malformed) => Reply(called, ReplyOutcome.Result, DegradedAnswer.Malformed(content), fault),
            _ when old => Reply(called, ReplyOutcome.Result, DegradedAnswer.Stale(content), fault),
            _ => Reply(called, ReplyOutcome.Result, content),
        };
        var handedOver = contract.Effect == Effect.Handover && reply.Outcome == ReplyOutcome.Result;
        return new(called, reply, handedOver ? new Ended(EndReason.Handover) : null);
    }

    private static Outcome Invalid(ToolCalled called, Violation violation, string words) =>
        new(called with { Violations = [violation] }, Reply(called, ReplyOutcome.Invalid, words), null);

    private static ToolReplied Reply(ToolCalled called, ReplyOutcome outcome, string content, ToolFault? fault = null) =>
        new(called.CallId, called.Tool, outcome, content, fault);

    private string UnknownTool(string name) =>
        $"Error: there is no tool named '{name}'. The tools are: {string.Join(", ", domain.Tools.Select(t => t.Name))}.";

    private static string Broken(string tool, IReadOnlyCollection<Violation> violations)
    {
        const int shown = 8;
        var text = new StringBuilder($"Error: the arguments of {tool} break its contract; the call was not executed.");
        foreach (var violation in violations.Take(shown))
            text.Append('\n').Append(violation);
        if (violations.Count > shown)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\nand {violations.Count - shown} more");
        return text.ToString();
    }
}
