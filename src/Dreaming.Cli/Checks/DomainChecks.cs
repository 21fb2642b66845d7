using System.Globalization;
using Dreaming.Cli.Hosting;
using Dreaming.Episodes;
using Dreaming.Journals;

namespace Dreaming.Cli.Checks;

/// <summary>Whether a domain can be slept over: it builds, its world opens, its episodes can be read, its journal is whole.</summary>
internal static class DomainChecks
{
    public static async Task<IReadOnlyList<Ailment>> RunAsync(string given, string? worldFile, string? episodes, string? journal, CancellationToken cancellationToken)
    {
        LoadedDomain domain;
        try
        {
            domain = await DomainLoader.LoadAsync(given, null, cancellationToken).ConfigureAwait(false);
        }
        catch (CliException error)
        {
            return [new Ailment("domain", error.Message, string.Join("; ", error.Details.DefaultIfEmpty("Correct it and ask again.")), error.ExitCode)];
        }

        return
        [
            new Ailment("domain", $"{domain.Manifest.Name}, contract {domain.Manifest.ContractHash}, build {domain.Build}"),
            World(domain, worldFile),
            await EpisodesAsync(domain, episodes ?? domain.Folder.DefaultEpisodes, cancellationToken).ConfigureAwait(false),
            await JournalAsync(domain.Folder.JournalPath(domain.Manifest.Name, journal), cancellationToken).ConfigureAwait(false),
        ];
    }

    private static Ailment World(LoadedDomain domain, string? file)
    {
        try
        {
            domain.OpenWorld(file);
            return new Ailment("world", file is null ? "opens with the data that the domain ships" : $"opens with {file}");
        }
        catch (CliException error)
        {
            return new Ailment("world", error.Message, error.Details.FirstOrDefault() ?? "Give another file with --world.", error.ExitCode);
        }
    }

    private static async Task<Ailment> EpisodesAsync(LoadedDomain domain, string? path, CancellationToken cancellationToken)
    {
        if (path is null)
            return new Ailment("episodes", "none: dreams come from the domain's scenarios alone. `dreaming import` or `dreaming record` gives some");
        try
        {
            int taken = 0;
            var refused = new List<Quarantined>();
            await foreach (var read in new EpisodeReader(domain.Manifest).ReadAsync(path, cancellationToken).ConfigureAwait(false))
            {
                if (read.Quarantined is { } quarantined)
                    refused.Add(quarantined);
                else
                    taken++;
            }

            var found = string.Create(CultureInfo.InvariantCulture, $"{taken} can be read in {path}, {refused.Count} cannot");
            return refused is [] ? new Ailment("episodes", found) : Ailment.Input("episodes", found, $"Correct or remove them; the first: {refused[0].Place}: {refused[0].Reason}");
        }
        catch (EpisodeSourceException error)
        {
            return Ailment.Input("episodes", error.Message, "Give another path with --episodes.");
        }
    }

    private static async Task<Ailment> JournalAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return new Ailment("journal", $"none yet; `dreaming sleep` makes {path}");
        try
        {
            var journal = await Journal.OpenAsync(path, cancellationToken).ConfigureAwait(false);
            await using var closing = journal.ConfigureAwait(false);
            return journal.CheckIntegrity() is { } wrong
                ? Ailment.Machine("journal", $"{path} is damaged: {wrong}", "Move it aside; restore a copy, or start the nights again.")
                : new Ailment("journal", string.Create(CultureInfo.InvariantCulture, $"{path} is whole, {journal.Nights().Count} nights"));
        }
        catch (JournalException error)
        {
            return Ailment.Machine("journal", error.Message, $"See to {path} before the next night.");
        }
    }
}
