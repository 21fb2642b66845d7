using System.Collections.Immutable;
using Dreaming.Gates;

namespace Dreaming.Gates.Tests.Gates;

internal static class Evidence
{
    public static PairedCase Case(string id, bool? before, bool? after, string? cluster = null, string stratum = "returns") =>
        new(id, cluster ?? id, stratum, before, after, [], []);

    public static ImmutableArray<PairedCase> Cases(int unchanged, int improved = 0, int regressed = 0, string stratum = "returns") =>
    [
        .. Enumerable.Range(0, unchanged).Select(i => Case($"{stratum}-same-{i}", true, true, stratum: stratum)),
        .. Enumerable.Range(0, improved).Select(i => Case($"{stratum}-better-{i}", false, true, stratum: stratum)),
        .. Enumerable.Range(0, regressed).Select(i => Case($"{stratum}-worse-{i}", true, false, stratum: stratum)),
    ];

    public static GateEvidence Good { get; } = new()
    {
        HeldOut = Cases(60, improved: 4),
        Safety = Cases(20, stratum: "chest-pain"),
        Contracts = [new("lookup", "accepts a full call", true), new("request_refill", "rejects days: above maximum", true)],
        ChangedShare = 0.3,
        ContractHashes = ("0123456789abcdef", "0123456789abcdef"),
    };

    public static GateDecision Decide(GateEvidence evidence) => new Gate(GateOptions.Default).Decide(evidence);
}
