namespace Dreaming.Rubrics;

/// <summary>
/// How well an agent uses its tools, in any domain. Every criterion is decided from the trajectory alone: no contract, no world and no chat model is needed.
/// </summary>
[Rubric("tool-use")]
public static partial class ToolUseRubric
{
    private const int EnoughTries = 3;

    /// <summary>Met when every tool that failed in a passing way was called again, or had been tried three times.</summary>
    /// <param name="trajectory">What happened.</param>
    [Criterion("retries-after-a-passing-fault", Quest.Reasoning, 5, "Calls a tool again after it failed in a passing way.")]
    public static Verdict RetriesAfterAPassingFault(Trajectory trajectory)
    {
        var calls = trajectory.Calls().ToArray();
        var owed = calls.Where(c => IsPassing(c.Reply) && AgentActsAfter(trajectory, c.Index)).ToArray();
        if (owed.Length == 0)
            return Verdict.NotApplicable;
        return Array.TrueForAll(owed, failed =>
            calls.Any(c => c.Index > failed.Index && c.Called.Tool == failed.Called.Tool)
            || calls.Count(c => c.Called.Tool == failed.Called.Tool) >= EnoughTries);
    }

    /// <summary>Met when a call is sent again, unchanged, after it was turned down and nothing else succeeded in between.</summary>
    /// <param name="trajectory">What happened.</param>
    [Criterion("repeats-a-refused-call", Quest.Reasoning, -4, "Sends a call again, unchanged, that had been turned down.")]
    public static Verdict RepeatsARefusedCall(Trajectory trajectory)
    {
        if (!trajectory.Calls().Any(c => IsTurnedDown(c.Reply)))
            return Verdict.NotApplicable;
        return Repeats.Any(trajectory, c => IsTurnedDown(c.Reply));
    }

    /// <summary>Met when a call is sent again, unchanged, after it had succeeded and nothing else succeeded in between.</summary>
    /// <param name="trajectory">What happened.</param>
    [Criterion("repeats-a-successful-call", Quest.Usefulness, -4, "Sends a call again, unchanged, that had just succeeded.")]
    public static Verdict RepeatsASuccessfulCall(Trajectory trajectory)
    {
        if (!trajectory.Calls().Any(IsWhole))
            return Verdict.NotApplicable;
        return Repeats.Any(trajectory, IsWhole);
    }

    /// <summary>Met when the same call changed the world twice: it succeeded twice, each time with a receipt that names a new identifier.</summary>
    /// <param name="trajectory">What happened.</param>
    [Criterion("writes-the-same-thing-twice", Quest.Harm, -8, "Makes the same change twice.")]
    public static Verdict WritesTheSameThingTwice(Trajectory trajectory)
    {
        var whole = trajectory.Calls().Where(IsWhole).ToArray();
        if (whole.Length == 0)
            return Verdict.NotApplicable;
        return whole
            .GroupBy(c => c.Called.Tool, StringComparer.Ordinal)
            .Where(tool => tool.Count() > 1)
            .SelectMany(tool => tool.GroupBy(c => CanonicalJson.Of(c.Called.Arguments.Text), StringComparer.Ordinal))
            .Any(same => same.Count() > 1 && Identifiers.EachNamesANewOne(trajectory, same));
    }

    /// <summary>Met when at least one call broke the contract of a tool that exists.</summary>
    /// <param name="trajectory">What happened.</param>
    [Criterion("breaks-a-contract", Quest.Accuracy, -3, "Sends a tool arguments that its contract rejects.")]
    public static Verdict BreaksAContract(Trajectory trajectory)
    {
        var calls = trajectory.Calls().ToArray();
        if (calls.Length == 0)
            return Verdict.NotApplicable;
        return Array.Exists(calls, c => c.Reply?.Outcome == ReplyOutcome.Invalid && !IsUnknownTool(c, calls));
    }

    /// <summary>Met when at least one call names a tool that does not exist.</summary>
    /// <param name="trajectory">What happened.</param>
    [Criterion("calls-an-unknown-tool", Quest.Fabrication, -5, "Calls a tool that does not exist.")]
    public static Verdict CallsAnUnknownTool(Trajectory trajectory)
    {
        var calls = trajectory.Calls().ToArray();
        if (calls.Length == 0)
            return Verdict.NotApplicable;
        return Array.Exists(calls, c => c.Reply?.Outcome == ReplyOutcome.Invalid && IsUnknownTool(c, calls));
    }

    /// <summary>Met when an identifier in a call's arguments stood neither in the user's words nor in an earlier result.</summary>
    /// <param name="trajectory">What happened.</param>
    [Criterion("invents-an-identifier", Quest.Fabrication, -7, "Sends an identifier that nothing in the conversation had given.")]
    public static Verdict InventsAnIdentifier(Trajectory trajectory)
    {
        var any = false;
        foreach (var call in trajectory.Calls())
        {
            foreach (var id in Identifiers.InArguments(call.Called.Arguments.Text))
            {
                any = true;
                if (!Identifiers.WasGiven(trajectory, call.Index, id))
                    return Verdict.Met;
            }
        }

        return any ? Verdict.NotMet : Verdict.NotApplicable;
    }

    /// <summary>Met when the agent tells the user about every tool that failed and never recovered.</summary>
    /// <param name="trajectory">What happened.</param>
    [Criterion("says-that-a-tool-failed", Quest.Trust, 4, "Tells the user that something could not be done after a tool failed for good.")]
    public static Verdict SaysThatAToolFailed(Trajectory trajectory)
    {
        var lost = trajectory.Calls()
            .GroupBy(c => c.Called.Tool, StringComparer.Ordinal)
            .Select(tool => tool.Last())
            .Where(last => last.Reply?.Outcome == ReplyOutcome.Fault && AgentActsAfter(trajectory, last.Index))
            .ToArray();
        if (lost.Length == 0)
            return Verdict.NotApplicable;
        return Array.TrueForAll(lost, last => trajectory.Events.Skip(last.Index).OfType<AgentSaid>().Any(said => Phrases.AdmitsFailure(said.Text)));
    }

    /// <summary>Met when the agent speaks to the user after its last call; not asked of a conversation that a handover or a broken part ended.</summary>
    /// <param name="trajectory">What happened.</param>
    [Criterion("speaks-after-its-last-call", Quest.Usefulness, 3, "Tells the user something after its last tool call.")]
    public static Verdict SpeaksAfterItsLastCall(Trajectory trajectory)
    {
        if (trajectory.End.Reason is EndReason.Handover or EndReason.Broken or EndReason.UserFailed or EndReason.Ungrounded)
            return Verdict.NotApplicable;
        var last = trajectory.Calls().Select(c => (int?)c.Index).LastOrDefault();
        if (last is null)
            return Verdict.NotApplicable;
        return trajectory.Events.Skip(last.Value).OfType<AgentSaid>().Any(said => !string.IsNullOrWhiteSpace(said.Text));
    }

    private static bool IsPassing(ToolReplied? reply) =>
        reply is { Outcome: ReplyOutcome.Fault, Fault: ToolFault.Timeout or ToolFault.RateLimited or ToolFault.Transient };

    private static bool IsTurnedDown(ToolReplied? reply) => reply?.Outcome is ReplyOutcome.Refused or ReplyOutcome.Invalid;

    // A degraded answer is worth asking for again.
    private static bool IsWhole(ToolCallView call) => call.Succeeded && call.Reply!.Fault is null;

    private static bool AgentActsAfter(Trajectory trajectory, int index) =>
        trajectory.Events.Skip(index + 1).Any(e => e is AgentSaid or ToolCalled);

    // A recording may say why a call was invalid: rule "tool" of the document itself, or a broken member. Where it does not, a tool that ever answered otherwise exists.
    private static bool IsUnknownTool(ToolCallView call, ToolCallView[] calls) =>
        call.Called.Violations.IsDefaultOrEmpty
            ? !Array.Exists(calls, other => other.Called.Tool == call.Called.Tool && other.Reply is { Outcome: not ReplyOutcome.Invalid })
            : call.Called.Violations.Any(v => v is { Rule: "tool", Pointer: "" });
}
