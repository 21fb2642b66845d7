using System.Globalization;
using System.Text.Json;
using Dreaming.Agents;
using Dreaming.Critics;
using Dreaming.Journals;
using Dreaming.Nights;
using Dreaming.Overlays;
using Dreaming.Rollouts;
using Dreaming.Users;

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
        var rollout = then.Judged.Rollout;
        var manifest = domain.Manifest;
        if (manifest.FindScenario(rollout.Dream.Skeleton.Scenario) is null)
            throw new CliException($"Rollout {rollout.Id} dreams of the scenario {rollout.Dream.Skeleton.Scenario}, which {manifest.Name} does not declare any more.");

        var world = domain.OpenWorld(worldFile);
        var runner = new RolloutRunner(manifest, world, new AgendaUser(manifest), new RolloutOptions());
        var factory = new PolicyAgentFactory(manifest);
        using var agent = factory.Create(Worn(journal, then.Night, factory, rollout));
        var again = await runner.RunAsync(rollout.Dream, agent, rollout.Agent, rollout.Trial, cancellationToken).ConfigureAwait(false);
        var scorecard = await new Critic(manifest, world).JudgeAsync(again, cancellationToken).ConfigureAwait(false);
        var now = new JudgedRollout(again, scorecard);
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

    // A rollout names its agent, and behind a plus sign the overlay that it wore.
    private static Overlay? Worn(Journal journal, NightEntry night, PolicyAgentFactory factory, Rollout rollout)
    {
        if (rollout.Agent == factory.Id)
            return null;
        if (!rollout.Agent.StartsWith(factory.Id + "+", StringComparison.Ordinal))
            throw new CliException($"Rollout {rollout.Id} was run by {rollout.Agent}, which this command cannot start again.");
        var id = rollout.Agent[(factory.Id.Length + 1)..];
        return NightReplay.FindOverlay(journal, night, id) ?? throw new CliException($"Rollout {rollout.Id} wore the overlay {id}, which is not in the journal any more.");
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
