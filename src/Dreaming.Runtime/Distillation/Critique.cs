using Dreaming.Contracts;
using Dreaming.Critics;

namespace Dreaming.Distillation;

/// <summary>Says in plain words what went wrong in a rollout, without a word of the rubric.</summary>
internal static class Critique
{
    /// <summary>Said when no change was made in the whole conversation.</summary>
    public const string NothingDone = "Nothing was done for them.";

    /// <summary>
    /// For one decision: the reason of the invariant that it violated; where it violated none, that of the worst one, the first of equals; without any, how the conversation ended
    /// and what stood open then.
    /// </summary>
    public static string Of(Decision decision, Trajectory trajectory, Scorecard scorecard, DomainManifest domain)
    {
        if (!scorecard.Breaches.IsEmpty)
        {
            var breach = scorecard.Breaches.FirstOrDefault(b => b.Event == decision.Index) ?? Worst(scorecard);
            return string.IsNullOrWhiteSpace(breach.Because) ? $"This must not happen: {breach.Invariant.Replace('-', ' ')}." : breach.Because;
        }

        var changed = trajectory.Calls().Any(c => c.Succeeded && domain.FindTool(c.Called.Tool)?.Effect is Effect.Write or Effect.Handover);
        return changed ? HowItEnded(trajectory) : $"{HowItEnded(trajectory)} {NothingDone}";
    }

    /// <summary>The violation to mend first.</summary>
    public static Breach Worst(Scorecard scorecard) => scorecard.Breaches.OrderByDescending(b => b.Rating).ThenBy(b => b.Event).First();

    private static string HowItEnded(Trajectory trajectory)
    {
        var last = trajectory.Events.OfType<ToolReplied>().LastOrDefault();
        return (trajectory.End.Reason, last?.Outcome) switch
        {
            (EndReason.TurnBudget or EndReason.CallBudget, _) => "The conversation took too long and came to no end.",
            (EndReason.AgentFailed or EndReason.AgentStopped, _) => "The agent stopped in the middle of the conversation.",
            (_, ReplyOutcome.Fault) => $"The tool {Name(last!)} failed, and the matter was left there.",
            (_, ReplyOutcome.Refused) => $"The tool {Name(last!)} refused the request, and the matter was left there: {last!.Content}",
            (_, ReplyOutcome.Invalid) => $"The call of {Name(last!)} was not one that the tool accepts.",
            (EndReason.UserGaveUp, _) => "The user gave up before getting what they came for.",
            (EndReason.Handover, _) => "The conversation was handed over, although that was not what was needed.",
            _ => "The user did not get what they came for.",
        };
    }

    private static string Name(ToolReplied reply) => reply.Tool.Replace('_', ' ');
}
