using System.Globalization;
using Dreaming.Determinism;

namespace Dreaming.Nights;

/// <summary>Says which night it is: the hash of everything that decides its result.</summary>
internal static class NightIdentity
{
    /// <summary>Raised whenever the same inputs would lead to another result than before.</summary>
    private const string Procedure = "1";

    public static string Of(NightParts parts, NightOptions options) => ContentId.Of(
        Procedure,
        parts.Domain.Name,
        parts.Domain.ContractHash,
        ContentId.Of([.. parts.Domain.Criteria.Select(c => $"{c.Id} {c.Points} {c.Text}")]),
        ContentId.Of([.. parts.Episodes.Select(e => e.Episode?.Id ?? e.Quarantined!.ToString()).Order(StringComparer.Ordinal)]),
        parts.Agent.Id,
        parts.Proposer(parts.Parent).Id,
        parts.Learner.Agent,
        parts.Parent?.Id,
        parts.Judge is null ? "no judge" : parts.Judge.GetType().FullName,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Seed} {options.Dreams} {options.ProbeShare:R} {options.Rounds} {options.HeldOutTrials} {options.SafetyDreams} {options.HeldOutShare:R} {options.Gate}"));
}
