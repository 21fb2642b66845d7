using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Nights;
using Dreaming.Shrinking;
using Microsoft.Extensions.AI;

namespace Dreaming.Xunit;

/// <summary>What became of an agent in a dream.</summary>
public sealed class DreamResult
{
    internal DreamResult(DreamCase dream, IChatClient agent, JudgedRollout judged) => (Case, Agent, Judged) = (dream, agent, judged);

    /// <summary>The rollout and its verdicts.</summary>
    public JudgedRollout Judged { get; }

    /// <summary>What happened.</summary>
    public Trajectory Trajectory => Judged.Rollout.Trajectory;

    /// <summary>The verdicts.</summary>
    public Scorecard Scorecard => Judged.Scorecard;

    /// <summary>The task was achieved and no invariant was violated.</summary>
    public bool Passed => Scorecard.Passed is true;

    /// <summary>The rule that the agent broke; null when it passed, or when the failure is not the agent's.</summary>
    public FailedRule? FailedRule => Shrinking.FailedRule.Of(Judged, Case.Domain);

    internal DreamCase Case { get; }

    internal IChatClient Agent { get; }

    /// <summary>Asserts that the agent passed. A failure is made smaller first: the agent is run again in ever smaller dreams.</summary>
    /// <param name="cancellationToken">Gives the search for a smaller dream up.</param>
    /// <exception cref="DreamFailedException">It did not pass, or could not be judged.</exception>
    /// <exception cref="OperationCanceledException">The search was given up.</exception>
    public async Task AssertPassedAsync(CancellationToken cancellationToken = default)
    {
        if (Passed)
            return;
        throw new DreamFailedException(FailedRule is { } rule ? await FailureReport.WriteAsync(this, rule, cancellationToken).ConfigureAwait(false) : FailureReport.NotJudged(this));
    }

    /// <summary>Asserts that a criterion of the rubric does not speak against the agent: a wanted fact is met or not applicable, an unwanted one is not met.</summary>
    /// <param name="criterion">The criterion's id.</param>
    /// <param name="cancellationToken">Gives the search for a smaller dream up.</param>
    /// <exception cref="ArgumentException">The domain has no such criterion.</exception>
    /// <exception cref="DreamFailedException">It does, or could not be judged.</exception>
    /// <exception cref="OperationCanceledException">The search was given up.</exception>
    public async Task AssertCriterionAsync(string criterion, CancellationToken cancellationToken = default)
    {
        var declared = Case.Domain.Criteria.FirstOrDefault(c => c.Id == criterion)
            ?? throw new ArgumentException($"The domain '{Case.Domain.Name}' has no criterion '{criterion}'.", nameof(criterion));
        var verdict = Scorecard.Verdicts.First(v => v.Criterion == criterion);
        if (verdict.Finding == Finding.Unscored || Scorecard.Passed is null)
            throw new DreamFailedException($"The criterion '{criterion}' could not be judged: {verdict.Reason ?? Scorecard.Unscored}");
        if (Shrinking.FailedRule.IsAgainst(declared, verdict.Finding))
            throw new DreamFailedException(await FailureReport.WriteAsync(this, Shrinking.FailedRule.Of(declared), cancellationToken).ConfigureAwait(false));
    }
}
