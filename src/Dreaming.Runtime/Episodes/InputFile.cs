using System.Buffers.Binary;
using System.IO.Compression;

namespace Dreaming.Episodes;

/// <summary>A file of recordings, compressed by gzip or not: the content tells, not the name.</summary>
internal sealed class InputFile : IAsyncDisposable
{
    private const int GzipHeader = 10;
    private const int GzipFooter = 8;
    private readonly FileStream _file;
    private readonly bool _compressed;

    private InputFile(FileStream file, bool compressed)
    {
        _file = file;
        _compressed = compressed;
        Content = compressed ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
    }

    public Stream Content { get; }

    /// <exception cref="EpisodeSourceException">The file cannot be opened.</exception>
    public static InputFile Open(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
            var compressed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            return new InputFile(file, compressed);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EpisodeSourceException($"There is no file '{path}'. Check the path.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EpisodeSourceException($"'{path}' cannot be read: {e.Message} Check its permissions.", e);
        }
    }

    /// <summary>
    /// Whether the compressed file ends before its content does. Decompression alone does not tell: it stops at the end of what is there. The last four bytes of a gzip member are the
    /// length of its content, so they are compared with what came out.
    /// </summary>
    /// <param name="produced">How many bytes were decompressed in all.</param>
    public bool CutShort(long produced)
    {
        if (!_compressed)
            return false;
        if (_file.Length < GzipHeader + GzipFooter)
            return true;
        Span<byte> last = stackalloc byte[4];
        _file.Position = _file.Length - last.Length;
        _file.ReadExactly(last);
        var promised = BinaryPrimitives.ReadUInt32LittleEndian(last);
        return promised != unchecked((uint)produced) && !EndsWithAnotherMember(promised);
    }

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    private bool EndsWithAnotherMember(uint promised)
    {
        const int tail = 1 << 20;
        var from = Math.Max(1, _file.Length - tail);
        var bytes = new byte[_file.Length - from];
        _file.Position = from;
        _file.ReadExactly(bytes);
        for (var at = bytes.Length - GzipHeader - GzipFooter; at >= 0; at--)
            if (bytes.AsSpan(at).StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) && Decompressed(bytes.AsMemory(at)) == promised)
                return true;
        return false;
    }

    private static long Decompressed(ReadOnlyMemory<byte> member)
    {
        using var gzip = new GZipStream(new MemoryStream(member.ToArray()), CompressionMode.Decompress);
        var buffer = new byte[1 << 14];
        long total = 0;
        try
        {
            for (int read; (read = gzip.Read(buffer)) > 0;)
                total += read;
        }
        catch (InvalidDataException)
        {
            return -1;
        }

        return total;
    }
}
