using System.Collections.Immutable;
using System.Text.Json;

namespace Dreaming.Contracts;

/// <summary>A predicate across the members of a record, made by generated code from an <see cref="InvariantAttribute"/> method on the record.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Id">Its name.</param>
/// <param name="Because">What must hold, and why; empty when it does not say.</param>
/// <param name="Holds">The predicate. When it throws, the record is not accepted.</param>
public sealed record RecordPredicate<T>(string Id, string Because, Func<T, bool> Holds);

/// <summary>Holds documents to predicates across their members.</summary>
public static class RecordPredicates
{
    /// <summary>
    /// Checks a document, and then, where each member is right, the predicates. The record is read for them, so that, unlike a check of the members alone, this allocates. Never throws on bad input.
    /// </summary>
    /// <typeparam name="T">The record that the document should hold.</typeparam>
    /// <param name="utf8">UTF-8 JSON.</param>
    /// <param name="predicates">The predicates.</param>
    /// <param name="violations">Receives every violation, those of predicates with the pointer of the document; null to stop at the first.</param>
    public static bool Validate<T>(ReadOnlySpan<byte> utf8, ImmutableArray<RecordPredicate<T>> predicates, ICollection<Violation>? violations = null)
        where T : IDataRecord<T>
    {
        if (!JsonData.Validate<T>(utf8, violations))
            return false;
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        var record = T.Read(ref reader);
        var valid = true;
        foreach (var predicate in predicates)
        {
            if (Broken(predicate, record) is not { } found)
                continue;
            valid = false;
            if (violations is null)
                return false;
            violations.Add(new Violation("", "invariant", predicate.Because.Length > 0 ? predicate.Because : predicate.Id, found));
        }

        return valid;
    }

    /// <summary>Reads a document that meets the predicates.</summary>
    /// <typeparam name="T">The record that the document should hold.</typeparam>
    /// <exception cref="JsonException">The document breaks the record's contract.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, ImmutableArray<RecordPredicate<T>> predicates)
        where T : IDataRecord<T>
    {
        var violations = new List<Violation>();
        if (!Validate(utf8, predicates, violations))
            throw new JsonException($"The JSON is no {typeof(T).Name}. {string.Join("; ", violations)}");
        return JsonData.Read<T>(utf8);
    }

    private static string? Broken<T>(RecordPredicate<T> predicate, T record)
    {
        try
        {
            return predicate.Holds(record) ? null : $"values that break '{predicate.Id}'";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The message may hold a sensitive value.
            return $"values on which '{predicate.Id}' fails ({e.GetType().Name})";
        }
    }
}
