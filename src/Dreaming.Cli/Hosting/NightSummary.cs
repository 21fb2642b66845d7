using System.Text.Json;
using Dreaming.Journals;
using Dreaming.Reports;

namespace Dreaming.Cli.Hosting;

/// <summary>A night with its report.</summary>
/// <param name="Entry">The night.</param>
/// <param name="Report">What it found; null while it is not finished.</param>
internal sealed record NightSummary(NightEntry Entry, NightReport? Report)
{
    /// <exception cref="JournalException">The report of the night is damaged.</exception>
    public static NightSummary Of(NightEntry entry)
    {
        try
        {
            return new NightSummary(entry, entry.Report is null ? null : ReportJson.Read(entry.Report));
        }
        catch (JsonException error)
        {
            throw new JournalException($"The report of night {entry.Id} in the journal is damaged: {error.Message} Restore a copy of the journal, or move it aside and sleep again.", error);
        }
    }
}
