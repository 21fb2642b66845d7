using System.CommandLine;
using Dreaming.Agents;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Dreaming.Critics;
using Dreaming.Determinism;
using Dreaming.Episodes;
using Dreaming.Journals;
using Dreaming.Overlays;
using Dreaming.Rollouts;
using Dreaming.Users;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming record</c>: gives a domain recordings to begin with, made by the embedded agents in its sandbox.</summary>
internal static class RecordCommand
{
    private const int DefaultCount = 100;
    private const ulong DefaultSeed = 1;

    public static Command Create(Terminal terminal)
    {
        var domain = CommonOptions.Domain();
        var output = new Option<string>("--out") { HelpName = "FILE", Required = true, Description = "The file of episodes, .jsonl or .jsonl.gz. What stands there is replaced." };
        var count = CommonOptions.Number("--count", $"How many conversations are recorded. Default: {Numbers.Whole(DefaultCount)}.", 1, 1_000_000);
        var seed = CommonOptions.Number<ulong>("--seed", $"Decides tasks, words and faults. Default: {Numbers.Seed(DefaultSeed)}.", 0, ulong.MaxValue);
        var world = CommonOptions.World();
        var journal = CommonOptions.Journal();
        var overlays = new Option<string[]>("--overlay")
        {
            HelpName = "ID", Description = "Let an agent that wears this overlay take turns with the bare one. May be given several times.",
        };
        var command = new Command("record", "Record episodes by the embedded agents in the domain's sandbox, failures and tool faults among them.") { domain, output, count, seed, world, journal, overlays };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var file = parse.GetRequiredValue(output);
            if (Directory.Exists(file))
                throw new CliException($"{file} is a folder. Give a file for the episodes.");
            var given = parse.GetRequiredValue(domain);
            var loaded = await DomainLoader.LoadAsync(given, terminal.Note, cancellationToken).ConfigureAwait(false);
            var worn = parse.GetValue(overlays) is { Length: > 0 } ids
                ? await OverlaysAsync(given, loaded, parse.GetValue(journal), ids, cancellationToken).ConfigureAwait(false)
                : [];
            var wanted = parse.GetValue(count) ?? DefaultCount;
            var episodes = await RecordAsync(loaded, parse.GetValue(world), worn, wanted, new Seed(parse.GetValue(seed) ?? DefaultSeed), cancellationToken).ConfigureAwait(false);
            if (episodes.Count == 0)
                throw new CliException($"Nothing could be recorded: the world of {loaded.Manifest.Name} offers no instance of its scenarios. `dreaming check {given}` says more.");

            await EpisodeWriter.WriteAsync(file, episodes, cancellationToken).ConfigureAwait(false);
            terminal.WriteLine($"{Numbers.Whole(episodes.Count)} episodes, {Numbers.Whole(episodes.Count(e => e.Successful))} successful, in {SafeText.Line(file)}");
            if (episodes.Count < wanted)
                terminal.WriteLine($"{Numbers.Whole(wanted - episodes.Count)} conversations could not be judged and were left out");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Episode>> RecordAsync(
        LoadedDomain domain, string? worldFile, IReadOnlyList<Overlay> overlays, int count, Seed seed, CancellationToken cancellationToken)
    {
        var manifest = domain.Manifest;
        var world = domain.OpenWorld(worldFile);
        var factory = new PolicyAgentFactory(manifest);
        RecordedAgent[] agents = [new(factory.Id, factory.Create(null)), .. overlays.Select(o => new RecordedAgent($"{factory.Id}+{o.Id}", factory.Create(o)))];
        try
        {
            var runner = new RolloutRunner(manifest, world, new AgendaUser(manifest), new RolloutOptions());
            return await new EpisodeRecorder(manifest, world, runner, new Critic(manifest, world)).RecordAsync(count, agents, seed, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var agent in agents)
                agent.Client.Dispose();
        }
    }

    private static async Task<IReadOnlyList<Overlay>> OverlaysAsync(string given, LoadedDomain domain, string? journal, string[] ids, CancellationToken cancellationToken)
    {
        var opened = await JournalAccess.OpenAsync(given, domain.Manifest.Name, journal, cancellationToken).ConfigureAwait(false);
        await using var closing = opened.ConfigureAwait(false);
        return [.. ids.Select(id => JournalAccess.FindOverlay(opened, id, domain.Manifest.ContractHash))];
    }
}
