namespace Dreaming.Episodes;

/// <summary>Writes a file beside its place and moves it there when it is whole.</summary>
internal static class AtomicFile
{
    /// <exception cref="IOException">It cannot be written; what was there is untouched.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken ct)
    {
        var full = Path.GetFullPath(path);
        var temporary = full + ".part";
        var mine = false;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
            {
                mine = true;
                await write(stream).ConfigureAwait(false);
                ct.ThrowIfCancellationRequested();
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception e)
        {
            if (mine)
                TryDelete(temporary);
            if (e is IOException or UnauthorizedAccessException)
                throw new IOException($"'{path}' cannot be written: {e.Message} Check the folder's permissions and the space on the disk; what was there is untouched.", e);
            throw;
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to tell of; a leftover is overwritten by the next attempt.
        }
    }
}
