using System.CommandLine;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming replay</c>: runs a rollout again, shows it, and says whether it came out the same.</summary>
internal static class ReplayCommand
{
    public static Command Create(Terminal terminal)
    {
        var domain = CommonOptions.Domain();
        var rollout = new Argument<string>("ROLLOUT") { Description = "The rollout's id, or the beginning of it; or the file of a frozen dream." };
        var world = CommonOptions.World();
        var journal = CommonOptions.Journal("--out");
        var command = new Command("replay", "Run a rollout again from its dream, print it with what was violated where, and say whether it came out as it is journaled. Exit code 0: the same; 1: different. A frozen dream is run with the embedded agent: 0: passed; 1: not.")
        {
            domain, rollout, world, journal,
        };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var given = parse.GetRequiredValue(domain);
            var loaded = await DomainLoader.LoadAsync(given, terminal.Note, cancellationToken).ConfigureAwait(false);
            if (File.Exists(parse.GetRequiredValue(rollout)))
            {
                var frozen = await FrozenReplay.RunAsync(loaded, given, parse.GetValue(world), parse.GetValue(journal), parse.GetRequiredValue(rollout), cancellationToken).ConfigureAwait(false);
                TranscriptText.Write(terminal, frozen.Rollout, frozen.Scorecard, loaded.Manifest);
                return frozen.Scorecard.Passed is true ? ExitCode.Done : ExitCode.GateFailed;
            }

            var opened = await JournalAccess.OpenAsync(given, loaded.Manifest.Name, parse.GetValue(journal), cancellationToken).ConfigureAwait(false);
            await using var closing = opened.ConfigureAwait(false);

            var worldFile = parse.GetValue(world);
            var replay = await Replay.RunAsync(loaded, worldFile, opened, parse.GetRequiredValue(rollout), cancellationToken).ConfigureAwait(false);
            TranscriptText.Write(terminal, replay.Now.Rollout, replay.Now.Scorecard, loaded.Manifest);
            if (replay.Then.Night.Build != loaded.BuildWith(worldFile))
                terminal.WriteLine("note: the code or the world has changed since that night");
            terminal.WriteLine(replay.Difference is { } difference ? $"different: {SafeText.Line(difference)}" : $"the same as in night {replay.Then.Night.Id}");
            return replay.Difference is null ? ExitCode.Done : ExitCode.GateFailed;
        });
        return command;
    }
}
