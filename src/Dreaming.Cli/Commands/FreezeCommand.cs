using System.CommandLine;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Dreaming.Regressions;
using Dreaming.Shrinking;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming freeze</c>: keeps a journaled dream, in the smallest form in which the agent still fails, as a regression test.</summary>
internal static class FreezeCommand
{
    private const int DefaultRollouts = 200;

    public static Command Create(Terminal terminal)
    {
        var domain = CommonOptions.Domain();
        var id = new Argument<string>("DREAM|ROLLOUT") { Description = "The id of a dream or of a rollout in the journal, or the beginning of it." };
        var output = new Option<string>("--out") { HelpName = "FILE", Required = true, Description = "The file to write." };
        var rollouts = CommonOptions.Number<int>("--rollouts", $"The most rollouts that making the dream smaller may take; 0 keeps it as it is. Default: {DefaultRollouts}.", 0, 100_000);
        var world = CommonOptions.World();
        var journal = CommonOptions.Journal();
        var command = new Command("freeze", "Make a failing dream as small as it gets, write it to a file with what the tools answered, and print it with the command that replays it and a test.")
        {
            domain, id, output, rollouts, world, journal,
        };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var given = parse.GetRequiredValue(domain);
            var file = parse.GetRequiredValue(output);
            var loaded = await DomainLoader.LoadAsync(given, terminal.Note, cancellationToken).ConfigureAwait(false);
            var opened = await JournalAccess.OpenAsync(given, loaded.Manifest.Name, parse.GetValue(journal), cancellationToken).ConfigureAwait(false);
            await using var closing = opened.ConfigureAwait(false);
            var options = new ShrinkOptions { MostRollouts = parse.GetValue(rollouts) ?? DefaultRollouts };
            var freezing = await Freezing.RunAsync(loaded, parse.GetValue(world), opened, parse.GetRequiredValue(id), options, cancellationToken).ConfigureAwait(false);
            await FrozenDreamFile.WriteAsync(freezing.Frozen, file, cancellationToken).ConfigureAwait(false);

            if (freezing.Shrunk is { } shrunk)
                terminal.WriteLine($"size {shrunk.After}, was {shrunk.Before}; {Numbers.Whole(shrunk.Rollouts)} rollouts{(shrunk.Finished ? "" : ", which were all that was allowed")}");
            terminal.WriteLine(freezing.Frozen.Rule is { } rule ? $"the agent breaks {rule.Id}: {SafeText.Line(rule.Because)}" : "the agent passes");
            terminal.WriteLine();
            terminal.WriteLine(ScenarioText.Of(freezing.Frozen.Dream, loaded.Manifest));
            terminal.WriteLine();
            terminal.WriteLine($"replay: dreaming replay {SafeText.Line(given)} {SafeText.Line(file)}{Named("--journal", parse.GetValue(journal))}{Named("--world", parse.GetValue(world))}");
            terminal.WriteLine();
            terminal.WriteLine(RegressionText.Fact(freezing.Frozen, loaded.Manifest, file));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Named(string option, string? value) => value is null ? "" : $" {option} {SafeText.Line(value)}";
}
