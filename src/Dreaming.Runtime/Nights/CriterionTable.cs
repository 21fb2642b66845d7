using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Reports;

namespace Dreaming.Nights;

/// <summary>Counts the verdicts on each criterion, before and after.</summary>
internal static class CriterionTable
{
    public static ImmutableArray<CriterionRow> Of(DomainManifest domain, NightOutcome outcome)
    {
        var pairs = outcome.Pairs().ToList();
        var before = Count(pairs.Select(p => p.Before));
        var after = Count(pairs.Select(p => p.After).OfType<JudgedRollout>());
        return
        [
            .. domain.Criteria
                .OrderBy(c => c.Heading).ThenBy(c => c.Id, StringComparer.Ordinal)
                .Select(c =>
                {
                    var (b, a) = (before.GetValueOrDefault(c.Id), after.GetValueOrDefault(c.Id));
                    return new CriterionRow(c.Id, c.Heading, c.Points, c.Text, b.Met, b.Applied, a.Met, a.Applied, b.Unscored + a.Unscored);
                }),
        ];
    }

    private static Dictionary<string, (int Met, int Applied, int Unscored)> Count(IEnumerable<JudgedRollout> rollouts)
    {
        var counts = new Dictionary<string, (int Met, int Applied, int Unscored)>(StringComparer.Ordinal);
        foreach (var verdict in rollouts.SelectMany(r => r.Scorecard.Verdicts))
        {
            var (met, applied, unscored) = counts.GetValueOrDefault(verdict.Criterion);
            counts[verdict.Criterion] = verdict.Finding switch
            {
                Finding.Met => (met + 1, applied + 1, unscored),
                Finding.NotMet => (met, applied + 1, unscored),
                Finding.Unscored => (met, applied, unscored + 1),
                _ => (met, applied, unscored),
            };
        }

        return counts;
    }
}
