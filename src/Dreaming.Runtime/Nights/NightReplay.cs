using System.Text.Json;
using Dreaming.Distillation;
using Dreaming.Journals;
using Dreaming.Overlays;
using Dreaming.Reports;
using Dreaming.Rollouts;

namespace Dreaming.Nights;

/// <summary>Takes out of a journal what a night has left in it.</summary>
public static class NightReplay
{
    /// <summary>The rollout of that id, in whichever night it was run; null when there is none.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="idOrPrefix">The rollout's id, or the beginning of it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentException">Several rollouts begin so.</exception>
    /// <exception cref="JournalException">The journal cannot be read, or a unit in it is damaged.</exception>
    public static Task<ReplayableRollout?> FindAsync(Journal journal, string idOrPrefix, CancellationToken cancellationToken = default) =>
        FindAsync(journal, r => r.Id, idOrPrefix, cancellationToken);

    /// <summary>A rollout of the dream of that id: the first that failed, or else the first; null when no night ran that dream.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="idOrPrefix">The dream's id, or the beginning of it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentException">Several dreams begin so.</exception>
    /// <exception cref="JournalException">The journal cannot be read, or a unit in it is damaged.</exception>
    public static Task<ReplayableRollout?> FindDreamAsync(Journal journal, string idOrPrefix, CancellationToken cancellationToken = default) =>
        FindAsync(journal, r => r.Dream.Id, idOrPrefix, cancellationToken);

    private static Task<ReplayableRollout?> FindAsync(Journal journal, Func<Rollout, string> idOf, string idOrPrefix, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            ReplayableRollout? found = null;
            foreach (var night in journal.Nights())
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var unit in journal.Units(night.Key).Where(u => RolloutStage(u.Stage) >= 0))
                {
                    var judged = Read(unit);
                    if (!idOf(judged.Rollout).StartsWith(idOrPrefix, StringComparison.Ordinal))
                        continue;
                    if (found is not null && idOf(found.Judged.Rollout) != idOf(judged.Rollout))
                        throw new ArgumentException($"Several begin with '{idOrPrefix}'. Give more of the id.", nameof(idOrPrefix));
                    if (found is null || found.Judged.Scorecard.Passed is not false && judged.Scorecard.Passed is false && found.Judged.Rollout.Id != judged.Rollout.Id)
                        found = new ReplayableRollout(night, judged);
                }
            }

            return found;
        },
        cancellationToken);

    /// <summary>An overlay that an agent of that night wore: one of the shelf, or one that the night made on its way and left behind; null when there is none.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="night">The night.</param>
    /// <param name="id">The overlay's id.</param>
    /// <exception cref="JournalException">The journal cannot be read, or what it holds of this night is damaged.</exception>
    public static Overlay? FindOverlay(Journal journal, NightEntry night, string id)
    {
        if (journal.Overlays.Find(id) is { } shelved)
            return shelved;
        try
        {
            return journal.Units(night.Key)
                .Where(u => u.Stage.StartsWith("learn", StringComparison.Ordinal))
                .Select(u => JsonSerializer.Deserialize(u.Body, NightJson.Default.LearntOverlay)!)
                .Where(l => l.Overlay?.Id == id)
                .Select(l => l.Overlay! with { Content = [.. l.Content!] })
                .FirstOrDefault();
        }
        catch (JsonException error)
        {
            throw Damaged(night.Id, error);
        }
    }

    /// <summary>The report of a finished night with its failures and repairs, each in the order of their names in the journal; null while it is not finished.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="night">The night.</param>
    /// <param name="replayCommand">What a replay command starts with.</param>
    /// <exception cref="JournalException">The journal cannot be read, or what it holds of this night is damaged.</exception>
    public static NightReport? Restore(Journal journal, NightEntry night, string replayCommand)
    {
        if (night.Report is null)
            return null;
        var units = journal.Units(night.Key);
        try
        {
            return ReportJson.Read(night.Report) with
            {
                Failures =
                [
                    .. units.Where(u => RolloutStage(u.Stage) >= 0)
                        .OrderBy(u => RolloutStage(u.Stage))
                        .Select(u => (u.Stage, Group: Enum.Parse<CaseGroup>(u.Unit[..u.Unit.IndexOf('/', StringComparison.Ordinal)]), Judged: Read(u)))
                        .Where(u => u.Judged.Scorecard.Passed is not true)
                        .OrderBy(u => RolloutStage(u.Stage)).ThenBy(u => u.Stage, StringComparer.Ordinal).ThenBy(u => u.Group)
                        .Select(u => new FailedRollout(u.Group.In(u.Stage), u.Judged.Rollout, u.Judged.Scorecard, $"{replayCommand} {u.Judged.Rollout.Id}")),
                ],
                KeptRepairs = [.. units.Where(u => u.Stage.StartsWith("repair", StringComparison.Ordinal)).SelectMany(u => Repairs(u)).DistinctBy(r => r.Id)],
            };
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw Damaged(night.Id, error);
        }
    }

    /// <summary>The rollouts of a night with the stage and the name that they are kept under, in the order of their names.</summary>
    /// <exception cref="JournalException">The journal cannot be read, or a unit in it is damaged.</exception>
    internal static IEnumerable<(string Stage, string Unit, JudgedRollout Judged)> Rollouts(Journal journal, NightEntry night) =>
        journal.Units(night.Key).Where(u => RolloutStage(u.Stage) >= 0).Select(u => (u.Stage, u.Unit, Read(u)));

    // The stages that hold rollouts, in the order of the night; -1 for any other.
    private static int RolloutStage(string stage) => stage switch
    {
        "before" => 0,
        _ when stage.StartsWith("practice", StringComparison.Ordinal) => 1,
        "after" => 2,
        _ => -1,
    };

    private static JudgedRollout Read(JournaledUnit unit)
    {
        try
        {
            return JsonSerializer.Deserialize(unit.Body, NightJson.Default.JudgedRollout)!;
        }
        catch (JsonException error)
        {
            throw Damaged($"{unit.Stage}/{unit.Unit}", error);
        }
    }

    private static IEnumerable<Repair> Repairs(JournaledUnit unit) => JsonSerializer.Deserialize(unit.Body, NightJson.Default.RepairFindings)!.Repairs;

    private static JournalException Damaged(string what, Exception error) =>
        new($"What the journal holds of {what} is damaged: {error.Message} Restore a copy of the journal, or move it aside and sleep again.", error);
}

/// <summary>A rollout as a night has left it.</summary>
/// <param name="Night">The night.</param>
/// <param name="Judged">The rollout and its verdicts.</param>
public sealed record ReplayableRollout(NightEntry Night, JudgedRollout Judged);
