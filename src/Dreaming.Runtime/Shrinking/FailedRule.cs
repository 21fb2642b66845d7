using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Dreams;
using Dreaming.Nights;

namespace Dreaming.Shrinking;

/// <summary>What kind of rule a rollout broke.</summary>
public enum RuleKind
{
    /// <summary>An invariant or a temporal constraint of the policy.</summary>
    Invariant,

    /// <summary>The scenario's success.</summary>
    Success,

    /// <summary>A criterion of the rubric.</summary>
    Criterion,
}

/// <summary>The one rule that a failure is about.</summary>
/// <param name="Kind">What kind of rule it is.</param>
/// <param name="Id">The id of the invariant or criterion; for a success the scenario's id.</param>
/// <param name="Because">What had to hold, and why.</param>
public sealed record FailedRule(RuleKind Kind, string Id, string Because)
{
    /// <summary>The rule that a rollout broke: of the violated invariants the one of the highest risk, the earliest of those; without any, the scenario's success.</summary>
    /// <param name="judged">The rollout.</param>
    /// <param name="domain">Its domain.</param>
    /// <returns>Null when the rollout passed, or when its failure is not the agent's.</returns>
    public static FailedRule? Of(JudgedRollout judged, DomainManifest domain)
    {
        var card = judged.Scorecard;
        if (card.Passed is not false)
            return null;
        if (!card.Breaches.IsEmpty)
        {
            var worst = card.Breaches.OrderByDescending(b => b.Rating).ThenBy(b => b.Event).First();
            return new FailedRule(RuleKind.Invariant, worst.Invariant, worst.Because);
        }

        return OfSuccess(judged.Rollout.Dream, domain);
    }

    /// <summary>A criterion that came out against the agent.</summary>
    /// <param name="criterion">The criterion.</param>
    public static FailedRule Of(CriterionContract criterion) => new(RuleKind.Criterion, criterion.Id, criterion.Text);

    /// <summary>Whether a rollout breaks this rule. What could not be judged breaks none.</summary>
    /// <param name="judged">The rollout.</param>
    /// <param name="domain">Its domain.</param>
    public bool IsBrokenBy(JudgedRollout judged, DomainManifest domain) => judged.Scorecard is { Passed: not null } card && Kind switch
    {
        RuleKind.Invariant => card.Breaches.Any(b => b.Invariant == Id),
        RuleKind.Success => card.Achieved is false,
        _ => domain.Criteria.FirstOrDefault(c => c.Id == Id) is { } criterion && card.Verdicts.Any(v => v.Criterion == Id && IsAgainst(criterion, v.Finding)),
    };

    /// <summary>Whether a finding speaks against the agent: a wanted fact that is not met, or an unwanted one that is.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="finding">What was found.</param>
    public static bool IsAgainst(CriterionContract criterion, Finding finding) => criterion.Points > 0 ? finding == Finding.NotMet : finding == Finding.Met;

    /// <summary>The first event that broke the rule, by index; null when the rule speaks of the conversation as a whole.</summary>
    /// <param name="card">The verdicts.</param>
    public int? EventIn(Scorecard card) => Kind == RuleKind.Invariant ? card.Breaches.FirstOrDefault(b => b.Invariant == Id)?.Event : null;

    private static FailedRule OfSuccess(Dream dream, DomainManifest domain) => new(
        RuleKind.Success,
        dream.Skeleton.Scenario,
        $"The user did not get what a good agent would have given: {domain.FindScenario(dream.Skeleton.Scenario)?.Title}".TrimEnd(' ', ':'));
}
