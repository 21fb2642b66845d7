using System.CommandLine;
using System.Runtime.CompilerServices;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Dreaming.Contracts;
using Dreaming.Episodes;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming import</c>: takes recordings into a domain's folder of episodes.</summary>
internal static class ImportCommand
{
    private delegate IAsyncEnumerable<EpisodeRead> Reader(DomainManifest domain, string path, CancellationToken cancellationToken);

    public static Command Create(Terminal terminal) =>
        new("import", "Take recorded episodes into a domain. What cannot be taken is listed with its place and reason; nothing is dropped silently.")
        {
            From(terminal, "tau2", "Read simulations of tau2-bench (.json).", (domain, path, ct) => new Tau2Reader(domain).ReadAsync(path, ct), RecordedWorld.OfSimulations),
            From(terminal, "jsonl", "Read episodes as JSON Lines (.jsonl, .jsonl.gz, or a folder of them).", (domain, path, ct) => new EpisodeReader(domain).ReadAsync(path, ct), RecordedWorld.Beside),
        };

    private static Command From(Terminal terminal, string kind, string description, Reader reader, Func<string, string?> worldOf)
    {
        var files = new Argument<string[]>("FILE") { Description = "The recordings.", Arity = ArgumentArity.OneOrMore };
        var domain = new Option<string>("--domain") { HelpName = "DOMAIN", Required = true, Description = "The domain that they belong to: project folder, project file or assembly." };
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "The folder of episodes to add to. Default: the folder episodes beside the domain's project." };
        var world = new Option<string?>("--world") { HelpName = "FILE", Description = "The data of the world that the recordings were made in; kept beside them, so that a night dreams in it. Default: the one that lies beside the recordings, if there is one." };
        var format = CommonOptions.Format();
        var command = new Command(kind, description) { files, domain, folder, world, format };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var json = parse.IsJson(format);
            var paths = parse.GetRequiredValue(files);
            if (paths.FirstOrDefault(p => !Path.Exists(p)) is { } missing)
                throw new CliException($"There is no file {missing}. Nothing was imported. Give the path of a recording.");
            if (parse.GetValue(world) is { } asked && !File.Exists(asked))
                throw new CliException($"There is no file {asked}. Nothing was imported. Give the path of the world's data, or leave --world out.");
            var loaded = await DomainLoader.LoadAsync(parse.GetRequiredValue(domain), json ? null : terminal.Note, cancellationToken).ConfigureAwait(false);
            var target = parse.GetValue(folder) ?? Path.Combine(loaded.Folder.Folder, "episodes");
            var store = new EpisodeStore(target, loaded.Manifest);
            var counts = await store.AddAsync(All(reader, loaded.Manifest, paths, cancellationToken), cancellationToken).ConfigureAwait(false);
            var kept = (parse.GetValue(world) ?? paths.Select(worldOf).FirstOrDefault(found => found is not null)) is { } source ? RecordedWorld.Keep(source, target) : null;
            if (json)
                WriteJson(counts);
            else
                WriteText(terminal, counts, store, kept);
            return ExitCode.Done;
        });
        return command;
    }

    private static async IAsyncEnumerable<EpisodeRead> All(Reader reader, DomainManifest domain, string[] paths, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in paths)
            await foreach (var read in reader(domain, path, cancellationToken).ConfigureAwait(false))
                yield return read;
    }

    private static int Lost(ImportCounts counts) => counts.Read - counts.Added - counts.Duplicates - counts.Quarantined;

    private static void WriteJson(ImportCounts counts) => JsonOut.Write(writer =>
    {
        writer.WriteNumber("read", counts.Read);
        writer.WriteNumber("added", counts.Added);
        writer.WriteNumber("duplicates", counts.Duplicates);
        writer.WriteNumber("quarantined", counts.Quarantined);
        writer.WriteNumber("successful", counts.Successful);
        writer.WriteNumber("toolCalls", counts.ToolCalls);
        writer.WriteNumber("toolErrors", counts.ToolErrors);
        writer.WriteNumber("lost", Lost(counts));
        writer.WriteStartArray("reasons");
        foreach (var refused in counts.Reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("file", refused.Place.File);
            writer.WriteNumber("line", refused.Place.Line);
            writer.WriteString("reason", refused.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static void WriteText(Terminal terminal, ImportCounts counts, EpisodeStore store, string? world)
    {
        var table = new TextTable("read>", "added>", "duplicates>", "quarantined>", "successful>", "tool calls>", "tool errors>");
        table.Add([.. new[] { counts.Read, counts.Added, counts.Duplicates, counts.Quarantined, counts.Successful, counts.ToolCalls, counts.ToolErrors }.Select(Numbers.Whole)]);
        terminal.Write(table);
        foreach (var refused in counts.Reasons)
            terminal.WriteLine($"not taken: {SafeText.Line($"{refused.Place}: {refused.Reason}")}");
        terminal.WriteLine(counts.Added > 0 ? $"added to {SafeText.Line(store.File)}" : $"nothing new for {SafeText.Line(store.File)}");
        if (world is not null)
            terminal.WriteLine($"the world of the recordings is kept in {SafeText.Line(world)}: nights on these episodes dream in it");
    }
}
