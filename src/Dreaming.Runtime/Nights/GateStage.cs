using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Gates;

namespace Dreaming.Nights;

/// <summary>Lays the night's outcome before the gate.</summary>
internal static class GateStage
{
    public static GateDecision? Decide(NightParts parts, NightOptions options, NightOutcome outcome)
    {
        if (!options.Gate)
            return null;
        if (outcome.Learnt.Overlay is not { } overlay)
            return WithoutCandidate(outcome);

        var pairs = outcome.Pairs().ToList();
        return new Gate(new GateOptions()).Decide(new GateEvidence
        {
            HeldOut = Cases(pairs, CaseGroup.HeldOut),
            Safety = Cases(pairs, CaseGroup.Safety),
            Contracts = ToolContractTests.Run(parts.Domain),
            ChangedShare = pairs.Count == 0
                ? 0
                : pairs.Count(p => Differ(p.Before, p.After!)) / (double)pairs.Count,
            ContractHashes = (parts.Domain.ContractHash, overlay.ContractHash),
        });
    }

    private static GateDecision? WithoutCandidate(NightOutcome outcome) => outcome.Findings.IsEmpty
        ? null
        : new GateDecision(
            GateVerdict.Inconclusive,
            [$"There is no candidate to gate: {outcome.Findings.Length} failures were searched for a correction, and nothing could be learnt from what was found."],
            []);

    private static bool Differ(JudgedRollout before, JudgedRollout after) =>
        !Bytes(before.Rollout.Trajectory).AsSpan().SequenceEqual(Bytes(after.Rollout.Trajectory));

    private static byte[] Bytes(Trajectory trajectory) => JsonSerializer.SerializeToUtf8Bytes(trajectory, NightJson.Default.Trajectory);

    private static ImmutableArray<PairedCase> Cases(IEnumerable<(RolloutCase Case, JudgedRollout Before, JudgedRollout? After)> pairs, CaseGroup group) =>
    [
        .. pairs.Where(p => p.Case.Group == group).Select(p => new PairedCase(
            p.Case.Dream.Id,
            p.Case.Dream.Skeleton.TaskId,
            p.Case.Dream.Skeleton.Scenario,
            p.Before.Scorecard.Passed,
            p.After!.Scorecard.Passed,
            [.. p.Before.Scorecard.Breaches.Select(b => b.Invariant).Distinct()],
            [.. p.After.Scorecard.Breaches.Select(b => (b.Invariant, b.Rating)).Distinct()])),
    ];
}
