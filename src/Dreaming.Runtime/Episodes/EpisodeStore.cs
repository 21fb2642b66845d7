using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Episodes;

/// <summary>
/// A folder that holds a domain's episodes in <c>episodes.jsonl</c>. It only grows: what is there stays byte for byte, new episodes are put behind it, and each is there once.
/// One import at a time works on a folder; a second one is told so.
/// </summary>
/// <param name="folder">The folder; it is made when it is missing.</param>
/// <param name="domain">The domain that the episodes belong to.</param>
public sealed class EpisodeStore(string folder, DomainManifest domain)
{
    /// <summary>The file that holds the episodes.</summary>
    public string File { get; } = Path.Combine(folder, "episodes.jsonl");

    /// <summary>Adds what is not there yet. All of it is added, or nothing.</summary>
    /// <param name="reads">What a reader gives.</param>
    /// <param name="ct">Stops; the store is then as it was before.</param>
    /// <exception cref="IOException">The folder cannot be written or another import is at work: the message says which. The store is as it was before.</exception>
    public async Task<ImportCounts> AddAsync(IAsyncEnumerable<EpisodeRead> reads, CancellationToken ct)
    {
        await using var held = Hold();
        var known = await KnownAsync(ct).ConfigureAwait(false);
        var added = new List<Episode>();
        var reasons = ImmutableArray.CreateBuilder<Quarantined>();
        var counts = new ImportCounts(0, 0, 0, 0, 0, 0, 0, []);
        await foreach (var read in reads.WithCancellation(ct).ConfigureAwait(false))
        {
            counts = counts with { Read = counts.Read + 1 };
            if (read.Quarantined is { } refused)
                reasons.Add(refused);
            else if (Foreign(read.Episode!) is { } reason)
                reasons.Add(new Quarantined(read.Episode!.Place, reason));
            else
                counts = Count(counts, EpisodeId.Seal(read.Episode!), known, added);
        }

        if (added.Count > 0)
            await AtomicFile.WriteAsync(File, stream => AppendAsync(stream, added, ct), ct).ConfigureAwait(false);
        return counts with { Added = added.Count, Quarantined = reasons.Count, Reasons = reasons.ToImmutable() };
    }

    private string? Foreign(Episode episode) =>
        episode.Domain == domain.Name ? null : $"It belongs to the domain '{Shown.Of(episode.Domain)}', not to '{domain.Name}'.";

    private static ImportCounts Count(ImportCounts counts, Episode episode, HashSet<string> known, List<Episode> added)
    {
        var replies = episode.Trajectory.Events.OfType<ToolReplied>();
        counts = counts with
        {
            Successful = counts.Successful + (episode.Successful ? 1 : 0),
            ToolCalls = counts.ToolCalls + episode.Trajectory.Events.OfType<ToolCalled>().Count(),
            ToolErrors = counts.ToolErrors + replies.Count(r => r.Outcome != ReplyOutcome.Result),
        };
        if (!known.Add(episode.Id))
            return counts with { Duplicates = counts.Duplicates + 1 };
        added.Add(episode);
        return counts;
    }

    private FileStream Hold()
    {
        var path = Path.Combine(folder, ".import");
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Episodes cannot be put into '{folder}': {e.Message} Check that the folder can be written and that no other import works on it.", e);
        }
    }

    private async Task<HashSet<string>> KnownAsync(CancellationToken ct)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        if (!System.IO.File.Exists(File))
            return known;
        await using var stream = System.IO.File.OpenRead(File);
        var lines = new LineReader(stream, EpisodeReader.LongestLine);
        while (await lines.NextAsync(ct).ConfigureAwait(false) is { } line)
            if (Id(line) is { } id)
                known.Add(id);
        return known;
    }

    private static string? Id(Line line)
    {
        try
        {
            var reader = new Utf8JsonReader(line.Bytes.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId)
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }

            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A line that cannot be read stays where it is; the reader tells of it.
            return null;
        }
    }

    private async Task AppendAsync(Stream stream, List<Episode> added, CancellationToken ct)
    {
        if (System.IO.File.Exists(File))
        {
            await using var old = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.Read);
            await old.CopyToAsync(stream, ct).ConfigureAwait(false);
            if (old.Length > 0)
            {
                old.Position = old.Length - 1;
                if (old.ReadByte() != '\n')
                    await stream.WriteAsync("\n"u8.ToArray(), ct).ConfigureAwait(false);
            }
        }

        await EpisodeWriter.WriteAsync(stream, added, ct).ConfigureAwait(false);
    }
}

/// <summary>What an import found and did.</summary>
/// <param name="Read">Records found: <paramref name="Added"/> + <paramref name="Duplicates"/> + <paramref name="Quarantined"/>, so that nothing is lost.</param>
/// <param name="Added">New episodes.</param>
/// <param name="Duplicates">Episodes that were there already, or came twice.</param>
/// <param name="Quarantined">Records that could not be taken.</param>
/// <param name="Successful">Episodes with full reward among those that could be taken, new or not.</param>
/// <param name="ToolCalls">The calls of the agents in those.</param>
/// <param name="ToolErrors">The calls that were answered with anything but a result.</param>
/// <param name="Reasons">Why records could not be taken.</param>
public sealed record ImportCounts(int Read, int Added, int Duplicates, int Quarantined, int Successful, int ToolCalls, int ToolErrors, IReadOnlyList<Quarantined> Reasons);
