using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dreaming.Reports;

namespace Dreaming.Nights;

/// <summary>One hash over everything that a night came to, timings aside: the same seed gives the same digest at any concurrency and after any interruption.</summary>
internal static class NightDigest
{
    public static string Of(NightOutcome outcome, NightReport report)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var rollout in outcome.Before.Concat(outcome.Practice.Select(p => p.Result)))
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(rollout, NightJson.Default.JudgedRollout));
        foreach (var findings in outcome.Findings)
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(findings, NightJson.Default.RepairFindings));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(outcome.Learnt, NightJson.Default.LearntOverlay));
        foreach (var rollout in outcome.After)
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(rollout, NightJson.Default.JudgedRollout));
        hash.AppendData(Encoding.UTF8.GetBytes(ReportJson.Write(report with { Digest = "", Timings = report.Timings.Clear() })));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
