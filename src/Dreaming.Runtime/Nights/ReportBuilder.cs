using System.Collections.Immutable;
using System.Globalization;
using Dreaming.Gates;
using Dreaming.Reports;

namespace Dreaming.Nights;

/// <summary>Puts the night's outcome into words and tables.</summary>
internal sealed class ReportBuilder(string id, NightParts parts, NightOptions options, NightOutcome outcome, GateDecision? gate)
{
    private readonly IReadOnlyList<JudgedRollout> _all = [.. outcome.Before, .. outcome.Practice.Select(p => p.Result), .. outcome.After];

    public NightReport Build()
    {
        var pairs = outcome.Pairs().ToList();
        var coverage = CoverageBuilder.Of(parts.Domain, _all);
        var policy = PolicyCoverageBuilder.Of(parts.Domain, _all);
        var report = new NightReport
        {
            Domain = parts.Domain.Name,
            NightId = id,
            Seed = options.Seed,
            ContractHash = parts.Domain.ContractHash,
            Agent = parts.Agent.Id,
            Parent = parts.Parent?.Id,
            Episodes = Episodes(),
            Dreams = Dreams(),
            Rollouts = Rollouts(),
            Repairs = new RepairCounts(outcome.Findings.Sum(f => f.Tried), outcome.Findings.SelectMany(f => f.Repairs).DistinctBy(r => r.Id).Count(), outcome.Learnt.Kept),
            Overlay = outcome.Learnt.Overlay is { } o ? new OverlaySummary(o.Id, o.ContractHash, o.EpisodeLessons, o.DreamLessons) : null,
            Gate = gate,
            Before = TallyBuilder.Of([.. pairs.Select(p => p.Before)]),
            After = outcome.After.IsEmpty ? null : TallyBuilder.Of(outcome.After),
            Strata = TallyBuilder.Rows(outcome),
            Coverage = coverage,
            Policy = policy,
            Criteria = CriterionTable.Of(parts.Domain, outcome),
            Quarantined = outcome.Plan.Quarantined,
            NotDone = NotDone(coverage, policy),
            Digest = "",
            Failures = [.. Failures()],
            KeptRepairs = [.. outcome.Findings.SelectMany(f => f.Repairs).DistinctBy(r => r.Id)],
        };
        return report with { Digest = NightDigest.Of(outcome, report) };
    }

    private EpisodeCounts Episodes()
    {
        var curated = outcome.Plan.Curated;
        return new EpisodeCounts(
            outcome.Plan.Episodes.Read, curated.Train.Length + curated.HeldOut.Length, curated.Duplicates, outcome.Plan.Quarantined.Length,
            curated.Train.Length, curated.HeldOut.Length, outcome.Plan.Episodes.Grounded);
    }

    private DreamCounts Dreams()
    {
        var skeletons = outcome.Plan.Batch.Skeletons;
        return new DreamCounts(
            skeletons.Length,
            skeletons.DistinctBy(s => s.Id).Count(),
            Count(skeletons.Select(s => s.Family.ToString()!)),
            outcome.Plan.Batch.Rejected);
    }

    private RolloutCounts Rollouts()
    {
        var forks = outcome.Findings.Sum(f => f.Rollouts);
        return new RolloutCounts(
            _all.Count + forks,
            _all.Count(r => r.Scorecard.Passed is false),
            _all.Count(r => r.Scorecard.Passed is null),
            Count(_all.Where(r => r.Scorecard.Passed is not true).Select(r => r.Scorecard.Owner.ToString())),
            ImmutableSortedDictionary<string, int>.Empty.Add("before", outcome.Before.Length).Add("practice", outcome.Practice.Length).Add("repair", forks).Add("after", outcome.After.Length));
    }

    private IEnumerable<FailedRollout> Failures()
    {
        var before = outcome.Plan.Cases.Zip(outcome.Before).Select(p => (Stage: p.First.Group.In("before"), Result: p.Second));
        var after = outcome.After.Select((r, i) => (Stage: outcome.Measured[i].Group.In("after"), Result: r));
        return before.Concat(outcome.Practice.Select(p => (p.Stage, p.Result))).Concat(after)
            .Where(p => p.Result.Scorecard.Passed is not true)
            .Select(p => new FailedRollout(p.Stage, p.Result.Rollout, p.Result.Scorecard, $"{parts.ReplayCommand} {p.Result.Rollout.Id}"));
    }

    private ImmutableArray<string> NotDone(ImmutableArray<CoverageCell> coverage, ImmutableArray<ConstraintCoverage>? policy)
    {
        var notDone = ImmutableArray.CreateBuilder<string>();
        var judged = parts.Domain.Criteria.Where(c => c.Judge is null).ToList();
        if (judged.Count > 0 && parts.Judge is null)
            notDone.Add(Say($"{judged.Count} of {parts.Domain.Criteria.Length} criteria need a chat model to judge them and are unscored: {string.Join(", ", judged.Select(c => c.Id))}."));
        if (parts.Episodes.IsEmpty)
            notDone.Add("No episodes were given: every dream comes from the domain's scenarios alone, and nothing real was held out for the gate.");
        else if (outcome.Plan.Batch.FromEpisodes < outcome.Plan.Batch.Skeletons.Length)
            notDone.Add(Say($"{outcome.Plan.Batch.Skeletons.Length - outcome.Plan.Batch.FromEpisodes} of {outcome.Plan.Batch.Skeletons.Length} dreams come from the domain's scenarios alone, without an episode."));
        if (Episodes() is { } counts && counts.Grounded < counts.Kept)
            notDone.Add(Say($"{counts.Kept - counts.Grounded} of {counts.Kept} episodes fit no scenario of the domain and seeded no dream."));
        if (outcome.Plan.Batch.Skeletons.Length < options.Dreams)
            notDone.Add(Say($"{options.Dreams} dreams were asked for; only {outcome.Plan.Batch.Skeletons.Length} distinct ones could be made."));
        foreach (var family in Enum.GetValues<Family>().Where(f => outcome.Plan.Batch.Skeletons.All(s => s.Family != f)))
            notDone.Add($"No dream of the family {family} was made.");
        var missed = coverage.Count(c => c.Exercised == 0);
        if (missed > 0)
            notDone.Add(Say($"{missed} of {coverage.Length} combinations of family, tool and fault were never exercised; the coverage table names them."));
        var never = policy?.Sum(c => c.Transitions.Count(t => t.Exercised == 0)) ?? 0;
        if (never > 0)
            notDone.Add(Say($"{never} of {policy!.Value.Sum(c => c.Transitions.Length)} transitions of the policy's automata were never exercised; the policy coverage names them."));
        var unscored = _all.Count(r => r.Scorecard.Passed is null);
        if (unscored > 0)
            notDone.Add(Say($"{unscored} rollouts could not be judged; they count neither as passed nor as failed."));
        if (!options.Gate)
            notDone.Add("No gate was asked for: the candidate is untested.");
        return notDone.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, int> Count(IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
