using System.Collections.Immutable;
using System.Text.Json;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    /// <summary>Remembers the value that is checked next, for <see cref="Holds"/>.</summary>
    public JsonMark Mark() => new() { Start = _reader.FirstIndex(), Violations = _count };

    /// <summary>
    /// Asks predicates of the record that has just been checked, when each of its members is right. The record is read for them, so that, unlike the check of the members, this allocates.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="before">Where it begins.</param>
    /// <param name="predicates">The predicates.</param>
    public void Holds<T>(JsonMark before, ImmutableArray<RecordPredicate<T>> predicates)
        where T : IDataRecord<T>
    {
        if (_count > before.Violations)
            return;
        var reader = new Utf8JsonReader(_source[before.Start..]);
        reader.Read();
        var record = T.Read(ref reader);
        foreach (var predicate in predicates)
        {
            if (Stopped)
                return;
            if (predicate.Broken(record) is { } found)
                Report(Pointer(), "invariant", predicate.Because.Length > 0 ? predicate.Because : predicate.Id, found);
        }
    }
}
