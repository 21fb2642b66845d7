using System.Globalization;
using Dreaming.Determinism;
using Microsoft.Data.Sqlite;

namespace Dreaming.Journals;

/// <summary>
/// The memory of a domain's nights: one SQLite file. Every finished unit of work is on disk before it counts, so that a night that was killed goes on where it stopped.
/// Safe to read while another process sleeps; only one process at a time can sleep in it.
/// </summary>
public sealed class Journal : IAsyncDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS nights(
            key TEXT PRIMARY KEY, id TEXT NOT NULL, build TEXT NOT NULL, seed TEXT NOT NULL, agent TEXT NOT NULL,
            started TEXT NOT NULL, finished TEXT, report TEXT) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS units(
            night TEXT NOT NULL, stage TEXT NOT NULL, unit TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY(night, stage, unit)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS overlays(id TEXT PRIMARY KEY, night TEXT NOT NULL, description TEXT NOT NULL, content BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS promotions(
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, action TEXT NOT NULL, overlay TEXT, previous TEXT, at TEXT NOT NULL, reason TEXT NOT NULL);
        """;

    private const string Format = "1";

    private Journal(string path)
    {
        FilePath = path;
        Overlays = new OverlayShelf(this);
    }

    /// <summary>The journal's file.</summary>
    public string FilePath { get; }

    /// <summary>The overlays that the domain's nights have made, and which of them is worn.</summary>
    public OverlayShelf Overlays { get; }

    /// <summary>Opens a journal, and makes it if there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the wait for a lock.</param>
    /// <exception cref="JournalException">The file is locked, cannot be written, or is no journal.</exception>
    public static async Task<Journal> OpenAsync(string path, CancellationToken cancellationToken = default)
    {
        SQLitePCL.Batteries_V2.Init();
        var journal = new Journal(Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(journal.FilePath)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"The folder of the journal {path} cannot be made: {error.Message} Choose another with --out.", error);
        }

        await Task.Run(journal.Prepare, cancellationToken).ConfigureAwait(false);
        return journal;
    }

    /// <summary>The nights, the latest first.</summary>
    /// <exception cref="JournalException">The file cannot be read.</exception>
    public IReadOnlyList<NightEntry> Nights() => Query(
        "SELECT key, id, build, seed, agent, started, finished, report FROM nights ORDER BY started DESC, key",
        row => new NightEntry(
            row.GetString(0), row.GetString(1), row.GetString(2), ulong.Parse(row.GetString(3), CultureInfo.InvariantCulture), row.GetString(4), Instant(row.GetString(5)),
            row.IsDBNull(6) ? null : Instant(row.GetString(6)), row.IsDBNull(7) ? null : row.GetString(7)));

    /// <summary>Begins a night, or goes on with one that was cut short.</summary>
    /// <param name="id">The night: hash of everything that decides it.</param>
    /// <param name="build">The build of the domain: verdicts of another build are not mixed in.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="agent">The agent that sleeps.</param>
    /// <param name="at">What time it is; kept for the night's first start only.</param>
    /// <param name="cancellationToken">Ends the wait for a lock.</param>
    /// <exception cref="JournalException">Another process sleeps in this journal, or it cannot be written.</exception>
    public async Task<NightLog> BeginAsync(string id, string build, ulong seed, string agent, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var key = ContentId.Of(id, build);
        return await NightLog.OpenAsync(
            this,
            key,
            () => Execute(
                "INSERT OR IGNORE INTO nights(key, id, build, seed, agent, started) VALUES ($key, $id, $build, $seed, $agent, $started)",
                ("$key", key), ("$id", id), ("$build", build), ("$seed", seed.ToString(CultureInfo.InvariantCulture)), ("$agent", agent), ("$started", Text(at))),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The units of a night that are on disk.</summary>
    /// <param name="key">The night's <see cref="NightEntry.Key"/>.</param>
    public IReadOnlyList<JournaledUnit> Units(string key) => Query(
        "SELECT stage, unit, body FROM units WHERE night = $night ORDER BY stage, unit",
        row => new JournaledUnit(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2)),
        ("$night", key));

    /// <summary>Asks SQLite whether the file is whole.</summary>
    /// <returns>Null when it is, else what is wrong.</returns>
    public string? CheckIntegrity()
    {
        var answer = Query("PRAGMA integrity_check", row => row.GetString(0));
        return answer is ["ok"] ? null : string.Join("; ", answer);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    internal static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    internal static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            using var pragma = connection.CreateCommand();
            pragma.CommandText = "PRAGMA synchronous = FULL";
            pragma.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw JournalException.From(error, FilePath);
        }
    }

    internal int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        try
        {
            using var connection = Connect();
            using var command = Command(connection, sql, values);
            return command.ExecuteNonQuery();
        }
        catch (SqliteException error)
        {
            throw JournalException.From(error, FilePath);
        }
    }

    internal List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        try
        {
            using var connection = Connect();
            using var command = Command(connection, sql, values);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(read(reader));
            return rows;
        }
        catch (SqliteException error)
        {
            throw JournalException.From(error, FilePath);
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 5;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = FilePath, DefaultTimeout = 5 }.ToString();

    private void Prepare()
    {
        try
        {
            using var connection = Connect();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL;" + Schema;
            command.ExecuteNonQuery();
            command.CommandText = "INSERT OR IGNORE INTO meta(name, value) VALUES ('format', $format); SELECT value FROM meta WHERE name = 'format'";
            command.Parameters.AddWithValue("$format", Format);
            var format = (string?)command.ExecuteScalar();
            if (format != Format)
                throw new JournalException($"The journal {FilePath} has format {format}; this version reads {Format}. Use the version that wrote it, or another folder with --out.");
        }
        catch (SqliteException error)
        {
            throw JournalException.From(error, FilePath);
        }
    }
}

/// <summary>A night as the journal knows it.</summary>
/// <param name="Key">The night and the build of the domain.</param>
/// <param name="Id">The night.</param>
/// <param name="Build">The build of the domain.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Agent">The agent that slept.</param>
/// <param name="Started">When it was first started.</param>
/// <param name="Finished">When it was finished; null while it is not.</param>
/// <param name="Report">The report as JSON; null while it is not finished.</param>
public sealed record NightEntry(string Key, string Id, string Build, ulong Seed, string Agent, DateTimeOffset Started, DateTimeOffset? Finished, string? Report);

/// <summary>A finished piece of work.</summary>
/// <param name="Stage">The stage that did it.</param>
/// <param name="Unit">Which piece it is; unique in the stage.</param>
/// <param name="Body">The outcome: UTF-8 JSON.</param>
public readonly record struct JournaledUnit(string Stage, string Unit, byte[] Body);
