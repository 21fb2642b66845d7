using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Dreaming.Journals;

/// <summary>
/// The journal of one night while it is slept. Units are written in batches by one writer; an append completes when its unit is on disk.
/// Holds a lock file beside the journal, which the operating system releases however the process ends.
/// </summary>
public sealed class NightLog : IAsyncDisposable
{
    private const int BatchSize = 256;

    private readonly Journal _journal;
    private readonly FileStream _lock;
    private readonly FrozenDictionary<(string Stage, string Unit), byte[]> _found;
    private readonly Channel<Append> _appends = Channel.CreateBounded<Append>(BatchSize * 4);
    private readonly ConcurrentDictionary<(string Stage, string Unit), bool> _used = new();
    private readonly Task _writer;

    private NightLog(Journal journal, string key, FileStream heldLock, FrozenDictionary<(string Stage, string Unit), byte[]> found)
    {
        _journal = journal;
        _lock = heldLock;
        _found = found;
        Key = key;
        _writer = Task.Run(WriteAsync);
    }

    /// <summary>The night and the build of the domain.</summary>
    public string Key { get; }

    /// <summary>How many units an earlier start has left.</summary>
    public int Found => _found.Count;

    /// <summary>The outcome of a unit that an earlier start has finished; null when it has not.</summary>
    public byte[]? Find(string stage, string unit)
    {
        if (!_found.TryGetValue((stage, unit), out var body))
            return null;
        _used[(stage, unit)] = true;
        return body;
    }

    /// <summary>Writes a finished unit.</summary>
    /// <returns>Completes when the unit is on disk.</returns>
    /// <exception cref="JournalException">It could not be written.</exception>
    public async Task AppendAsync(string stage, string unit, byte[] body, CancellationToken cancellationToken = default)
    {
        var append = new Append(stage, unit, body, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await _appends.Writer.WriteAsync(append, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            throw closed.InnerException is JournalException cause ? cause : new JournalException($"The journal {_journal.FilePath} is closed.", closed);
        }

        await append.Written.Task.ConfigureAwait(false);
    }

    /// <summary>
    /// Marks the night as finished, and drops what an earlier start has left that this one had no use for: work that followed from what the machine broke then.
    /// The time of the first finish stands.
    /// </summary>
    /// <param name="report">The report as JSON.</param>
    /// <param name="at">What time it is.</param>
    public void Finish(string report, DateTimeOffset at)
    {
        foreach (var (stage, unit) in _found.Keys.Where(found => !_used.ContainsKey(found)))
            _journal.Execute("DELETE FROM units WHERE night = $night AND stage = $stage AND unit = $unit", ("$night", Key), ("$stage", stage), ("$unit", unit));
        _journal.Execute(
            "UPDATE nights SET finished = COALESCE(finished, $at), report = $report WHERE key = $key",
            ("$at", Journal.Text(at)), ("$report", report), ("$key", Key));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _appends.Writer.TryComplete();
        await _writer.ConfigureAwait(false);
        await _lock.DisposeAsync().ConfigureAwait(false);
    }

    internal static async Task<NightLog> OpenAsync(Journal journal, string key, Action enter, CancellationToken cancellationToken)
    {
        var heldLock = Lock(journal.FilePath + ".lock", journal.FilePath);
        try
        {
            var found = await Task.Run(
                () =>
                {
                    enter();
                    return journal.Units(key).ToFrozenDictionary(u => (u.Stage, u.Unit), u => u.Body);
                },
                cancellationToken).ConfigureAwait(false);
            return new NightLog(journal, key, heldLock, found);
        }
        catch
        {
            await heldLock.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static FileStream Lock(string path, string journal)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new JournalException($"Another process sleeps in the journal {journal}. Wait until it has ended, or give this one a folder of its own with --out.", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new JournalException($"The journal {journal} cannot be written. Check the permissions of its folder, or choose another with --out.", error);
        }
    }

    private async Task WriteAsync()
    {
        var batch = new List<Append>(BatchSize);
        SqliteConnection? connection = null;
        SqliteCommand? insert = null;
        try
        {
            while (await _appends.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                batch.Clear();
                while (batch.Count < BatchSize && _appends.Reader.TryRead(out var append))
                    batch.Add(append);
                connection ??= _journal.Connect();
                insert ??= Insert(connection);
                Commit(connection, insert, batch);
                foreach (var append in batch)
                    append.Written.TrySetResult();
            }
        }
        catch (Exception error) when (error is SqliteException or JournalException)
        {
            var failure = error as JournalException ?? JournalException.From((SqliteException)error, _journal.FilePath);
            _appends.Writer.TryComplete(failure);
            foreach (var append in batch)
                append.Written.TrySetException(failure);
            while (_appends.Reader.TryRead(out var append))
                append.Written.TrySetException(failure);
        }
        finally
        {
            insert?.Dispose();
            connection?.Dispose();
        }
    }

    private SqliteCommand Insert(SqliteConnection connection)
    {
        // The log is copied into the file less often than by default: what is durable is durable in the log.
        Execute(connection, "PRAGMA wal_autocheckpoint = 8192");
        var command = connection.CreateCommand();
        command.CommandText = "INSERT OR IGNORE INTO units(night, stage, unit, body) VALUES ($night, $stage, $unit, $body)";
        command.Parameters.AddWithValue("$night", Key);
        command.Parameters.Add("$stage", SqliteType.Text);
        command.Parameters.Add("$unit", SqliteType.Text);
        command.Parameters.Add("$body", SqliteType.Blob);
        return command;
    }

    // A full disk makes SQLite roll back by itself, which a transaction object cannot know: it would fail again when it is disposed. Closing the connection rolls back the rest.
    private static void Commit(SqliteConnection connection, SqliteCommand insert, List<Append> batch)
    {
        Execute(connection, "BEGIN IMMEDIATE");
        var (stage, unit, body) = (insert.Parameters["$stage"], insert.Parameters["$unit"], insert.Parameters["$body"]);
        foreach (var append in batch)
        {
            (stage.Value, unit.Value, body.Value) = (append.Stage, append.Unit, append.Body);
            insert.ExecuteNonQuery();
        }

        Execute(connection, "COMMIT");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private readonly record struct Append(string Stage, string Unit, byte[] Body, TaskCompletionSource Written);
}
