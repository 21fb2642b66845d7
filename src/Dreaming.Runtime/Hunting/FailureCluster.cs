using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Nights;
using Dreaming.Shrinking;

namespace Dreaming.Hunting;

/// <summary>What makes failures alike: the rule that is broken, and the step that broke it.</summary>
/// <param name="Id">Hash of the two; the same in every hunt.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Step">
/// The tool whose call violated an invariant or constraint, or <c>reply</c>, <c>user</c> or <c>end</c> where it was no call; of a missed success, how the conversation ended and after which tool;
/// of an agent that broke down, how, whatever the scenario.
/// </param>
public sealed partial record FailureCluster(string Id, FailedRule Rule, string Step)
{
    // What an agent that breaks down fails at, in every scenario alike.
    private const string Answers = "agent-answers";

    /// <summary>
    /// The clusters that a rollout belongs to: one for each invariant or constraint that it violated; one for the missed success when it violated none, since a violation explains
    /// what came of it; where criteria count, one for each that came out against the agent.
    /// </summary>
    /// <param name="judged">The rollout.</param>
    /// <param name="domain">Its domain.</param>
    /// <param name="criteria">Whether criteria count.</param>
    /// <returns>Empty when nothing failed, or when the failure is not the agent's.</returns>
    public static ImmutableArray<FailureCluster> Of(JudgedRollout judged, DomainManifest domain, bool criteria)
    {
        var card = judged.Scorecard;
        if (card.Passed is null)
            return [];
        var found = ImmutableArray.CreateBuilder<FailureCluster>();
        foreach (var breach in card.Breaches.DistinctBy(b => b.Invariant))
            found.Add(New(new FailedRule(RuleKind.Invariant, breach.Invariant, breach.Because), StepAt(judged.Rollout.Trajectory, breach.Event)));
        if (found.Count == 0 && card.Achieved is false)
            found.Add(OfSuccess(judged, domain));
        if (criteria)
            foreach (var verdict in card.Verdicts)
                if (domain.Criteria.FirstOrDefault(c => c.Id == verdict.Criterion) is { } criterion && FailedRule.IsAgainst(criterion, verdict.Finding))
                    found.Add(New(FailedRule.Of(criterion), "conversation"));
        return found.ToImmutable();
    }

    /// <summary>The agent threw, hung or returned nothing: it broke down, and did nothing wrong.</summary>
    internal static bool IsBreakdown(Ended end) => end.Reason is EndReason.AgentFailed or EndReason.AgentStopped;

    private static FailureCluster OfSuccess(JudgedRollout judged, DomainManifest domain)
    {
        var rule = FailedRule.Of(judged, domain)!;
        var end = judged.Rollout.Trajectory.End;
        if (IsBreakdown(end))
        {
            var how = Numbers.Replace((end.Detail ?? end.Reason.ToString()).Split(':', ';')[0].TrimEnd('.'), "N");
            return new FailureCluster(ContentId.Of("breakdown", how), rule with { Id = Answers, Because = end.Detail ?? rule.Because }, how);
        }

        var last = judged.Rollout.Trajectory.Events.OfType<ToolCalled>().LastOrDefault()?.Tool;
        return New(rule, last is null ? $"{end.Reason} without a call" : $"{end.Reason} after {(domain.FindTool(last) is null ? "an unknown tool" : last)}");
    }

    // How long a message was makes no other failure of it.
    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers { get; }

    private static string StepAt(Trajectory trajectory, int index) => index < 0 || index >= trajectory.Events.Length ? "end" : trajectory.Events[index] switch
    {
        ToolCalled called => called.Tool,
        ToolReplied replied => replied.Tool,
        AgentSaid => "reply",
        UserSaid => "user",
        _ => "end",
    };

    private static FailureCluster New(FailedRule rule, string step) => new(ContentId.Of(rule.Kind.ToString(), rule.Id, step), rule, step);
}
