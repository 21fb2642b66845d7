using Microsoft.Data.Sqlite;

namespace Dreaming.Journals;

/// <summary>The journal could not be opened, read or written. The message is for people: what happened, where, what to do.</summary>
public sealed class JournalException : IOException
{
    /// <summary>A failure in words.</summary>
    public JournalException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    internal static JournalException From(SqliteException error, string path) => new(
        error.SqliteErrorCode switch
        {
            5 or 6 => $"The journal {path} is locked by another process. Wait until it has ended, or give this one a folder of its own with --out.",
            8 => $"The journal {path} cannot be written. Check the permissions of the file and of its folder, or choose another folder with --out.",
            13 => $"The disk that holds the journal {path} is full. Free some space and start again: the night goes on where it stopped.",
            10 => $"The disk refused to read or write the journal {path} ({error.Message}). Check the disk and its free space, then start again: the night goes on where it stopped.",
            14 => $"The journal {path} cannot be opened. Check that its folder exists and can be written, or choose another with --out.",
            11 or 26 => $"The file {path} is no journal, or is damaged. Move it aside and start again; a copy that still opens can be put back.",
            _ => $"The journal {path} failed: {error.Message}",
        },
        error);
}
