using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dreaming.Critics;
using Dreaming.Determinism;
using Dreaming.Distillation;
using Dreaming.Journals;
using Dreaming.Overlays;
using Dreaming.Rollouts;

namespace Dreaming.Nights;

/// <summary>
/// Repair and learning in turn. First the agent imitates what succeeded in real episodes; then each round searches corrections where the agent, as taught so far, still fails, and
/// teaches it anew from all that was found.
/// </summary>
internal sealed class LearningRounds(
    NightParts parts, NightOptions options, RolloutBatch rollouts, RolloutRunner runner, Critic critic, NightLog log, IProgress<NightProgress>? progress, StageClock clock)
{
    public async Task<(ImmutableArray<PracticeRun> Practice, ImmutableArray<RepairFindings> Findings, LearntOverlay Learnt)> RunAsync(
        NightPlan plan, ImmutableArray<JudgedRollout> before, CancellationToken cancellationToken)
    {
        var lessons = plan.Of(CaseGroup.Lesson).ToList();
        var results = plan.Cases.Zip(before).Where(p => p.First.Group == CaseGroup.Lesson).Select(p => p.Second).ToImmutableArray();
        var practice = ImmutableArray.CreateBuilder<PracticeRun>();
        var findings = ImmutableArray.CreateBuilder<RepairFindings>();
        var imitate = Name("learn", 0);
        var learnt = await clock.TimeAsync(imitate, () => LearnAsync(imitate, plan, [], [], cancellationToken)).ConfigureAwait(false);
        for (var round = 1; round <= options.Rounds; round++)
        {
            var wears = learnt.Overlay ?? parts.Parent;
            using var agent = parts.Agent.Create(wears);
            if (learnt.Overlay is not null)
            {
                var name = Name("practice", round);
                results = await clock.TimeAsync(name, () =>
                    rollouts.RunAsync(name, lessons, agent, parts.AgentId(wears), cancellationToken)).ConfigureAwait(false);
                practice.AddRange(results.Select(r => new PracticeRun(name, r)));
            }

            var search = new RepairSearch(parts.Domain, runner, critic, parts.Proposer(wears), new RepairOptions());
            var failures = results.Where(r => r.Scorecard.Passed is false).ToList();
            var repair = Name("repair", round);
            findings.AddRange(await clock.TimeAsync(repair, () =>
                new RepairBatch(search, log, options.Concurrency, progress).RunAsync(repair, failures, agent, cancellationToken)).ConfigureAwait(false));

            var learn = Name("learn", round);
            var found = findings.ToImmutable();
            learnt = await clock.TimeAsync(learn, () => LearnAsync(learn, plan, results, found, cancellationToken)).ConfigureAwait(false);
            if (learnt.Overlay is null)
                break;
        }

        return (practice.ToImmutable(), findings.ToImmutable(), learnt);
    }

    private static string Name(string stage, int round) => string.Create(CultureInfo.InvariantCulture, $"{stage} {round}");

    private async Task<LearntOverlay> LearnAsync(
        string stage, NightPlan plan, ImmutableArray<JudgedRollout> results, ImmutableArray<RepairFindings> findings, CancellationToken cancellationToken)
    {
        progress?.Report(new NightProgress(stage, 0, 1));
        var repairs = findings.SelectMany(f => f.Repairs).DistinctBy(r => r.Id).ToList();
        var lessons = new LessonPlan(parts.Domain, new LessonOptions()).Compose(plan.Curated.Train, repairs, Passed(results, findings));
        var unit = ContentId.Of([.. lessons.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Origin} {l.SourceId} {l.State.Events.Length} {l.Right}"))]);
        if (log.Find(stage, unit) is not { } body)
        {
            var overlay = lessons.IsEmpty
                ? null
                : await parts.Learner.LearnAsync(lessons, parts.Parent, new Seed(options.Seed).Derive("learn"), cancellationToken).ConfigureAwait(false);
            var kept = lessons.Count(l => l.Wrong is not null);
            body = JsonSerializer.SerializeToUtf8Bytes(new LearntOverlay(overlay, overlay?.Content.ToArray(), kept), NightJson.Default.LearntOverlay);
            await log.AppendAsync(stage, unit, body, cancellationToken).ConfigureAwait(false);
        }

        progress?.Report(new NightProgress(stage, 1, 1));
        var learnt = JsonSerializer.Deserialize(body, NightJson.Default.LearntOverlay)!;
        return learnt.Overlay is null ? learnt : learnt with { Overlay = learnt.Overlay with { Content = [.. learnt.Content!] } };
    }

    // What the agent does right in its dreams is learnt along, so that a correction does not cost it what it could do already.
    private static List<Demonstration> Passed(ImmutableArray<JudgedRollout> results, ImmutableArray<RepairFindings> findings) =>
    [
        .. findings.Where(f => f.Passed is not null).Select(f => new Demonstration(f.Repairs[0].Id, f.Passed!)),
        .. results.Where(r => r.Scorecard.Passed is true).Select(r => new Demonstration(r.Rollout.Id, r.Rollout.Trajectory)),
    ];
}
