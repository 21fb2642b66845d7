using Dreaming.Journals;
using Dreaming.Overlays;

namespace Dreaming.Cli.Hosting;

/// <summary>Finds the journal of a domain that has been slept over.</summary>
internal static class JournalAccess
{
    /// <summary>Opens the journal that is there; none is made.</summary>
    /// <param name="domain">The domain as it was typed.</param>
    /// <param name="name">Its name; null when the domain has not been loaded. A folder with a single journal needs no name.</param>
    /// <param name="journal">The journal, or its folder, that was asked for.</param>
    /// <param name="cancellationToken">Ends the wait for a lock.</param>
    /// <exception cref="CliException">There is no journal.</exception>
    /// <exception cref="JournalException">It cannot be opened.</exception>
    public static async Task<Journal> OpenAsync(string domain, string? name, string? journal, CancellationToken cancellationToken)
    {
        var folder = DomainFolder.Locate(domain);
        var path = name is null ? Single(folder, journal) : folder.JournalPath(name, journal);
        if (path is null || !File.Exists(path))
        {
            throw new CliException(
                $"There is no journal {(path is null ? $"in {DomainBuild.Shown(Path.GetFullPath(journal ?? folder.DefaultOut))}" : DomainBuild.Shown(path))}. "
                + $"Sleep first: `dreaming sleep {domain}`; if that was done with --out, give the same folder with --journal.");
        }

        return await Journal.OpenAsync(path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The overlay of that id, when it still fits.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="id">The overlay's id, or the beginning of it.</param>
    /// <param name="contractHash">The contracts of the domain as they are now.</param>
    /// <exception cref="CliException">No overlay begins so, several do, or it was learnt under other contracts.</exception>
    public static Overlay FindOverlay(Journal journal, string id, string contractHash)
    {
        Overlay found;
        try
        {
            found = journal.Overlays.Find(id)
                ?? throw new CliException($"There is no overlay {id} in {DomainBuild.Shown(journal.FilePath)}. `dreaming history` lists those there are.");
        }
        catch (ArgumentException several)
        {
            throw new CliException($"Several overlays begin with {id}. Give more of the id.", ExitCode.BadInput, several);
        }

        return found.ContractHash == contractHash
            ? found
            : throw new CliException(
                $"Overlay {found.Id} was learnt under contract {found.ContractHash}, and the domain now has {contractHash}: it does not fit any more. Sleep again to learn one that does.");
    }

    /// <summary>A night of the journal.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="domain">The domain as it was typed.</param>
    /// <param name="id">The night's id, or the beginning of it; null for the latest that is finished.</param>
    /// <exception cref="CliException">No night begins so, or several do.</exception>
    public static NightEntry FindNight(Journal journal, string domain, string? id)
    {
        var nights = journal.Nights();
        if (id is null)
        {
            return nights.FirstOrDefault(n => n.Finished is not null)
                ?? throw new CliException($"No night of {domain} is finished. Sleep one first: `dreaming sleep {domain}`.");
        }

        // The latest comes first: of several builds of the domain that slept the same night, that one is meant.
        var found = nights.Where(n => n.Id.StartsWith(id, StringComparison.Ordinal)).ToList();
        return found.DistinctBy(n => n.Id).Count() switch
        {
            0 => throw new CliException($"There is no night {id} in {DomainBuild.Shown(journal.FilePath)}. `dreaming history` lists those there are."),
            1 => found.FirstOrDefault(n => n.Finished is not null) ?? found[0],
            _ => throw new CliException($"Several nights begin with {id}. Give more of the id."),
        };
    }

    private static string? Single(DomainFolder folder, string? journal)
    {
        if (journal is not null && File.Exists(journal))
            return Path.GetFullPath(journal);
        var place = Path.GetFullPath(journal ?? folder.DefaultOut);
        var found = Directory.Exists(place) ? Directory.GetFiles(place, "*.db") : [];
        Array.Sort(found, StringComparer.Ordinal);
        return found switch
        {
            [] => null,
            [var only] => only,
            _ => throw new CliException(
                $"The folder {DomainBuild.Shown(place)} holds the journals of several domains: {string.Join(", ", found.Select(Path.GetFileName))}. Name one of them with --journal."),
        };
    }
}
