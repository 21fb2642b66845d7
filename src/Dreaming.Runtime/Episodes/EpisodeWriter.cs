using System.IO.Compression;
using System.Text.Json;

namespace Dreaming.Episodes;

/// <summary>Writes episodes as JSON Lines, in the form that <see cref="EpisodeReader"/> reads.</summary>
public static class EpisodeWriter
{
    /// <summary>Writes a file in one piece: it is there whole or as it was before.</summary>
    /// <param name="path">The file; it is compressed when the name ends with <c>.gz</c>. Its folder is made when it is missing.</param>
    /// <param name="episodes">The episodes, each a line, in this order. Each gets the id that belongs to its content.</param>
    /// <param name="ct">Stops writing; the file is then as it was before.</param>
    /// <exception cref="IOException">It cannot be written: the message says where and why. The file is as it was before.</exception>
    public static Task WriteAsync(string path, IEnumerable<Episode> episodes, CancellationToken ct) =>
        AtomicFile.WriteAsync(
            path,
            async stream =>
            {
                if (!path.EndsWith(".gz", StringComparison.Ordinal))
                {
                    await WriteAsync(stream, episodes, ct).ConfigureAwait(false);
                    return;
                }

                await using var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
                await WriteAsync(gzip, episodes, ct).ConfigureAwait(false);
            },
            ct);

    internal static async Task WriteAsync(Stream stream, IEnumerable<Episode> episodes, CancellationToken ct)
    {
        foreach (var episode in episodes)
            await WriteLineAsync(stream, EpisodeId.Seal(episode), ct).ConfigureAwait(false);
    }

    internal static async Task WriteLineAsync(Stream stream, Episode episode, CancellationToken ct)
    {
        await using (var writer = new Utf8JsonWriter(stream, TranscriptJson.Writer))
            EpisodeFormat.Write(writer, episode);
        await stream.WriteAsync("\n"u8.ToArray(), ct).ConfigureAwait(false);
    }
}
