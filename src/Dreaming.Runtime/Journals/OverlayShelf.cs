using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Overlays;
using Microsoft.Data.Sqlite;

namespace Dreaming.Journals;

/// <summary>
/// The overlays of a domain. A night puts its candidate on the shelf; promoting makes the agent wear it and keeps the one it wore before; rolling back returns to that one.
/// </summary>
public sealed class OverlayShelf
{
    private readonly Journal _journal;

    internal OverlayShelf(Journal journal) => _journal = journal;

    /// <summary>The overlay that the agent wears; null for none.</summary>
    public Overlay? Active() => ActiveId() is { } id ? Find(id) : null;

    /// <summary>All overlays, ordered by id.</summary>
    public IReadOnlyList<Overlay> All() => _journal.Query("SELECT description, content FROM overlays ORDER BY id", Read);

    /// <summary>The overlay of that id; null when there is none.</summary>
    /// <param name="id">The id or the beginning of it.</param>
    /// <exception cref="ArgumentException">Several overlays begin so.</exception>
    public Overlay? Find(string id)
    {
        var found = _journal.Query(
            "SELECT description, content FROM overlays WHERE substr(id, 1, length($id)) = $id ORDER BY id LIMIT 2", Read, ("$id", id));
        return found.Count > 1
            ? throw new ArgumentException($"Several overlays begin with '{id}'. Give more of the id.", nameof(id))
            : found.SingleOrDefault();
    }

    /// <summary>Makes the agent wear an overlay.</summary>
    /// <param name="id">The overlay's id or the beginning of it.</param>
    /// <param name="at">What time it is.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <exception cref="ArgumentException">No overlay, or several, begin so.</exception>
    public Promotion Promote(string id, DateTimeOffset at, string reason)
    {
        var overlay = Find(id) ?? throw new ArgumentException($"There is no overlay '{id}' in {_journal.FilePath}. `dreaming history` lists those there are.", nameof(id));
        return Record("promote", overlay.Id, ActiveId(), at, reason);
    }

    /// <summary>Makes the agent wear again what it wore before the last promotion that still stands.</summary>
    /// <param name="at">What time it is.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <returns>The change; null when no promotion stands.</returns>
    public Promotion? Rollback(DateTimeOffset at, string reason)
    {
        var standing = Standing();
        return standing.IsEmpty ? null : Record("rollback", standing.Peek().Previous, standing.Peek().Overlay, at, reason);
    }

    /// <summary>All promotions and rollbacks, the earliest first.</summary>
    public IReadOnlyList<Promotion> History() => _journal.Query(
        "SELECT action, overlay, previous, at, reason FROM promotions ORDER BY sequence",
        row => new Promotion(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), Journal.Instant(row.GetString(3)), row.GetString(4)));

    /// <summary>Puts an overlay on the shelf. It is not worn yet. The same overlay again changes nothing.</summary>
    /// <param name="overlay">The overlay.</param>
    /// <param name="night">The night that made it.</param>
    public void Put(Overlay overlay, string night) => _journal.Execute(
        "INSERT OR IGNORE INTO overlays(id, night, description, content) VALUES ($id, $night, $description, $content)",
        ("$id", overlay.Id), ("$night", night), ("$description", JsonSerializer.Serialize(overlay, JournalJson.Default.Overlay)), ("$content", overlay.Content.ToArray()));

    private string? ActiveId() => Standing() is { IsEmpty: false } standing ? standing.Peek().Overlay : null;

    private ImmutableStack<Promotion> Standing()
    {
        var standing = ImmutableStack<Promotion>.Empty;
        foreach (var change in History())
            standing = change.Action == "promote" ? standing.Push(change) : standing.Pop();
        return standing;
    }

    private Promotion Record(string action, string? overlay, string? previous, DateTimeOffset at, string reason)
    {
        _journal.Execute(
            "INSERT INTO promotions(action, overlay, previous, at, reason) VALUES ($action, $overlay, $previous, $at, $reason)",
            ("$action", action), ("$overlay", overlay), ("$previous", previous), ("$at", Journal.Text(at)), ("$reason", reason));
        return new Promotion(action, overlay, previous, at, reason);
    }

    private static Overlay Read(SqliteDataReader row)
    {
        var content = ImmutableArray.Create(row.GetFieldValue<byte[]>(1));
        return JsonSerializer.Deserialize(row.GetString(0), JournalJson.Default.Overlay)! with { Content = content };
    }
}

/// <summary>A change of what the agent wears.</summary>
/// <param name="Action"><c>promote</c> or <c>rollback</c>.</param>
/// <param name="Overlay">What it wears from then on; null for nothing.</param>
/// <param name="Previous">What it wore until then; null for nothing.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record Promotion(string Action, string? Overlay, string? Previous, DateTimeOffset At, string Reason);
