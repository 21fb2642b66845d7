using System.Collections.Immutable;
using Dreaming.Determinism;
using Dreaming.Journals;
using Dreaming.Nights;

namespace Dreaming.Audits;

/// <summary>What the audit of a night came to.</summary>
/// <param name="Dreams">How many different dreams were audited.</param>
/// <param name="Rollouts">How many rollouts were audited, by stage.</param>
/// <param name="FromEpisodes">How many of the dreams came from an episode.</param>
/// <param name="Findings">What is wrong, in the order of the journal.</param>
public sealed record NightAudit(int Dreams, ImmutableSortedDictionary<string, int> Rollouts, int FromEpisodes, ImmutableArray<AuditFinding> Findings);

/// <summary>Audits every rollout that a night has left in the journal, and that each is kept under its own name and was seeded by the night.</summary>
public static class NightAuditor
{
    /// <summary>Audits a night, finished or not.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="night">The night.</param>
    /// <param name="auditor">Audits the rollouts. No other thread uses it meanwhile.</param>
    /// <param name="cancellationToken">Stops the audit.</param>
    /// <exception cref="JournalException">The journal cannot be read, or a unit in it is damaged.</exception>
    public static Task<NightAudit> AuditAsync(Journal journal, NightEntry night, RolloutAuditor auditor, CancellationToken cancellationToken = default) => Task.Run(
        () =>
        {
            var dreams = new HashSet<string>(StringComparer.Ordinal);
            var stages = new SortedDictionary<string, int>(StringComparer.Ordinal);
            var findings = ImmutableArray.CreateBuilder<AuditFinding>();
            var grounded = 0;
            foreach (var (stage, unit, judged) in NightReplay.Rollouts(journal, night))
            {
                cancellationToken.ThrowIfCancellationRequested();
                stages[stage] = stages.GetValueOrDefault(stage) + 1;
                if (dreams.Add(judged.Rollout.Dream.Id) && judged.Rollout.Dream.Skeleton.EpisodeId is not null)
                    grounded++;
                if (Misplaced(unit, night, judged) is { } why)
                    findings.Add(new AuditFinding(judged.Rollout.Id, null, AuditRules.Id, why));
                findings.AddRange(auditor.Audit(judged.Rollout));
            }

            return new NightAudit(dreams.Count, stages.ToImmutableSortedDictionary(StringComparer.Ordinal), grounded, findings.ToImmutable());
        },
        cancellationToken);

    private static string? Misplaced(string unit, NightEntry night, JudgedRollout judged)
    {
        var (rollout, skeleton) = (judged.Rollout, judged.Rollout.Dream.Skeleton);
        var group = unit[..Math.Max(0, unit.IndexOf('/', StringComparison.Ordinal))];
        if (unit != string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{group}/{rollout.Dream.Id}/{rollout.Trial}/{rollout.Agent}"))
            return $"It is kept under the name {unit}, which is not its own.";
        if (judged.Scorecard.RolloutId != rollout.Id)
            return $"It is kept with the scorecard of the rollout {judged.Scorecard.RolloutId}.";
        return new Seed(night.Seed).Derive(group).Derive(skeleton.Id, rollout.Trial).Derive(skeleton.Id).Value == rollout.Dream.Seed ? null : "The dream's seed does not follow from the night's.";
    }
}
