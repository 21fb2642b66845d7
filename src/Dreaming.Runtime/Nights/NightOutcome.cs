using System.Collections.Immutable;
using Dreaming.Distillation;

namespace Dreaming.Nights;

/// <summary>Everything that a night has found out, before anybody says what it means.</summary>
/// <param name="Plan">What was to be done.</param>
/// <param name="Before">One result a case of the plan, in its order.</param>
/// <param name="Practice">The lesson dreams run again between two rounds of learning, round after round.</param>
/// <param name="Findings">What the search for corrections found, failure by failure.</param>
/// <param name="Learnt">The candidate.</param>
/// <param name="Measured">The cases that were run again with the candidate.</param>
/// <param name="After">One result a measured case, in their order; empty without a candidate.</param>
internal sealed record NightOutcome(
    NightPlan Plan,
    ImmutableArray<JudgedRollout> Before,
    ImmutableArray<PracticeRun> Practice,
    ImmutableArray<RepairFindings> Findings,
    LearntOverlay Learnt,
    IReadOnlyList<RolloutCase> Measured,
    ImmutableArray<JudgedRollout> After)
{
    /// <summary>The measured cases with both results; the second is null without a candidate.</summary>
    public IEnumerable<(RolloutCase Case, JudgedRollout Before, JudgedRollout? After)> Pairs()
    {
        var before = Plan.Cases.Zip(Before).Where(p => p.First.Group != CaseGroup.Lesson).Select(p => p.Second);
        return Measured.Zip(before).Select((p, i) => (p.First, p.Second, After.IsEmpty ? null : After[i]));
    }
}

/// <summary>A lesson dream run again between two rounds of learning.</summary>
/// <param name="Stage">The round.</param>
/// <param name="Result">What came of it.</param>
internal sealed record PracticeRun(string Stage, JudgedRollout Result);
