using System.Collections.Immutable;
using Dreaming.Gates;
using Dreaming.Reports;

namespace Dreaming.Nights;

/// <summary>Turns scorecards into pass rates and mean scores.</summary>
internal static class TallyBuilder
{
    public static Tally Of(IReadOnlyCollection<JudgedRollout> rollouts)
    {
        var judged = rollouts.Where(r => r.Scorecard.Passed is not null).ToList();
        var passed = judged.Count(r => r.Scorecard.Passed is true);
        var totals = judged.Select(r => r.Scorecard.Score.Total).OfType<double>().ToList();
        return new Tally(
            judged.Count,
            passed,
            judged.Count == 0 ? null : Proportions.Wilson(passed, judged.Count),
            judged.Count(r => !r.Scorecard.Breaches.IsEmpty),
            totals.Count == 0 ? null : totals.Average(),
            Terms(judged));
    }

    /// <summary>Before and after for the dreams by family, and for the held-out rehearsals by scenario.</summary>
    public static ImmutableArray<StratumRow> Rows(NightOutcome outcome)
    {
        var pairs = outcome.Pairs().ToList();
        return
        [
            .. Rows("dreams", pairs.Where(p => p.Case.Group == CaseGroup.Probe), p => p.Dream.Skeleton.Family.ToString()!),
            .. Rows("held-out", pairs.Where(p => p.Case.Group == CaseGroup.HeldOut), p => p.Dream.Skeleton.Scenario),
            .. Rows("safety", pairs.Where(p => p.Case.Group == CaseGroup.Safety), p => p.Dream.Skeleton.Scenario),
        ];
    }

    private static IEnumerable<StratumRow> Rows(
        string group, IEnumerable<(RolloutCase Case, JudgedRollout Before, JudgedRollout? After)> pairs, Func<RolloutCase, string> stratum)
    {
        var all = pairs.ToList();
        if (all.Count == 0)
            return [];
        return all.GroupBy(p => stratum(p.Case)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Row(group, g.Key, [.. g]))
            .Append(Row(group, "all", all));
    }

    private static StratumRow Row(string group, string stratum, List<(RolloutCase Case, JudgedRollout Before, JudgedRollout? After)> pairs) => new(
        group,
        stratum,
        Of([.. pairs.Select(p => p.Before)]),
        pairs.Exists(p => p.After is null) ? null : Of([.. pairs.Select(p => p.After!)]));

    private static ImmutableSortedDictionary<string, double> Terms(List<JudgedRollout> judged)
    {
        var scores = judged.ConvertAll(r => r.Scorecard.Score);
        (string Name, IEnumerable<double> Values)[] terms =
        [
            ("taskSuccess", scores.Select(s => s.TaskSuccess).OfType<double>()),
            ("constraintCompliance", scores.Select(s => s.ConstraintCompliance)),
            ("toolCorrectness", scores.Select(s => s.ToolCorrectness)),
            ("helpfulness", scores.Select(s => s.Helpfulness).OfType<double>()),
            ("riskPenalty", scores.Select(s => s.RiskPenalty)),
        ];
        return terms.Where(t => t.Values.Any()).ToImmutableSortedDictionary(t => t.Name, t => t.Values.Average(), StringComparer.Ordinal);
    }
}
