using System.Globalization;
using System.Text.Json;
using Dreaming.Journals;
using Dreaming.Nights;

namespace Dreaming.Cli.Hosting;

/// <summary>A rollout that was run again.</summary>
/// <param name="Then">As it is journaled.</param>
/// <param name="Now">As it came out now.</param>
/// <param name="Difference">The first difference, in words; null when there is none.</param>
internal sealed record Replay(ReplayableRollout Then, JudgedRollout Now, string? Difference)
{
    /// <exception cref="CliException">There is no such rollout, or what it was run with is gone.</exception>
    public static async Task<Replay> RunAsync(LoadedDomain domain, string? worldFile, Journal journal, string id, CancellationToken cancellationToken)
    {
        var then = await FindAsync(journal, id, cancellationToken).ConfigureAwait(false);
        using var rehearsal = EmbeddedRehearsal.Of(domain, domain.OpenWorld(worldFile), journal, then);
        var now = await rehearsal.RunAsync(then.Judged.Rollout.Dream, then.Judged.Rollout.Trial, cancellationToken).ConfigureAwait(false);
        return new Replay(then, now, Differ(then.Judged, now));
    }

    private static async Task<ReplayableRollout> FindAsync(Journal journal, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await NightReplay.FindAsync(journal, id, cancellationToken).ConfigureAwait(false)
                ?? throw new CliException($"There is no rollout {id} in {DomainBuild.Shown(journal.FilePath)}. The report of a night lists its failures with their replay commands.");
        }
        catch (ArgumentException several)
        {
            throw new CliException($"Several rollouts begin with {id}. Give more of the id.", ExitCode.BadInput, several);
        }
    }

    private static string? Differ(JudgedRollout then, JudgedRollout now)
    {
        var (before, after) = (then.Rollout.Trajectory.Events, now.Rollout.Trajectory.Events);
        for (var i = 0; i < Math.Max(before.Length, after.Length); i++)
        {
            var (was, became) = (Json(before.ElementAtOrDefault(i)), Json(after.ElementAtOrDefault(i)));
            if (was != became)
                return string.Create(CultureInfo.InvariantCulture, $"event {i} was {was} and is now {became}");
        }

        var (judged, judgedNow) = (Json(then.Scorecard), Json(now.Scorecard));
        return judged == judgedNow ? null : $"the conversation is the same, but it was judged {judged} and is now judged {judgedNow}";
    }

    private static string Json<T>(T? value) => value is null ? "nothing" : JsonSerializer.Serialize(value);
}
