using System.Runtime.CompilerServices;
using Dreaming.Contracts;

namespace Dreaming.Episodes;

/// <summary>
/// Reads episodes from JSON Lines, compressed by gzip or not. A line is
/// <c>{"id","domain","contract","task","trial","agent","reward","end","messages"}</c>: the messages are chat messages as <c>Microsoft.Extensions.AI</c> serialises them (see
/// <see cref="ChatTranscript"/>), <c>end</c> tells how the conversation ended, <c>contract</c>, <c>trial</c>, <c>agent</c>, <c>reward</c> and <c>end</c> may be missing. An id in the file is not
/// believed: it is computed again from the content.
/// What cannot be taken is never thrown and never dropped: it comes back as <see cref="Quarantined"/> with its place. That goes for malformed lines and lines over
/// 16 MiB, for another domain's episodes and those of another contract version, for calls of unknown tools, calls without a reply, and calls that break their contract although
/// they were answered with a result. A compressed file that is cut short gives what was readable before the cut. Only one line is held at a time.
/// </summary>
/// <param name="domain">The domain that the episodes belong to.</param>
public sealed class EpisodeReader(DomainManifest domain)
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    private readonly EpisodeFormat _format = new(domain);

    /// <summary>Reads a file, or the files of a folder in ordinal order of their names.</summary>
    /// <param name="path">A file of JSON Lines, or a folder with <c>.jsonl</c> and <c>.jsonl.gz</c> files.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="EpisodeSourceException">There is no such file or folder, or it may not be read.</exception>
    public async IAsyncEnumerable<EpisodeRead> ReadAsync(string path, [EnumeratorCancellation] CancellationToken ct = default)
    {
        if (!Directory.Exists(path))
        {
            await foreach (var read in ReadFileAsync(path, ct).ConfigureAwait(false))
                yield return read;
            yield break;
        }

        var files = Files(path);
        if (files.Length == 0)
            yield return EpisodeRead.Refused(new Place(path, 0), "The folder holds no .jsonl or .jsonl.gz file.");
        foreach (var file in files)
            await foreach (var read in ReadFileAsync(file, ct).ConfigureAwait(false))
                yield return read;
    }

    private static string[] Files(string folder)
    {
        try
        {
            var files = Directory.GetFiles(folder).Where(f => f.EndsWith(".jsonl", StringComparison.Ordinal) || f.EndsWith(".jsonl.gz", StringComparison.Ordinal)).ToArray();
            Array.Sort(files, StringComparer.Ordinal);
            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EpisodeSourceException($"The folder '{folder}' cannot be read: {e.Message} Check its permissions.", e);
        }
    }

    private async IAsyncEnumerable<EpisodeRead> ReadFileAsync(string file, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var input = InputFile.Open(file);
        var lines = new LineReader(input.Content, LongestLine);
        while (true)
        {
            Line? next = null;
            string? damage = null;
            try
            {
                next = await lines.NextAsync(ct).ConfigureAwait(false);
            }
            catch (InvalidDataException e)
            {
                damage = e.Message;
            }

            var place = new Place(file, next?.Number ?? lines.NextNumber);
            if (damage is not null)
            {
                yield return EpisodeRead.Refused(place, $"The compressed file is damaged from here on ({Shown.Of(damage)}); what came before was taken.");
                yield break;
            }

            var cut = next is not { Ended: true } && input.CutShort(lines.BytesRead);
            if (next is { IsBlank: false } line)
            {
                var read = line.TooLong
                    ? EpisodeRead.Refused(place, $"The line is longer than {LongestLine / 1024 / 1024} MiB.")
                    : _format.Read(line.Bytes, place);
                if (!cut || read.Episode is not null)
                    yield return read;
            }

            if (cut)
                yield return EpisodeRead.Refused(place, "The compressed file is cut short here; what came before was taken.");
            if (next is not { Ended: true })
                yield break;
        }
    }
}
