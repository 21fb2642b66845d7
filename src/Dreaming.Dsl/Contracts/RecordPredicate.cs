namespace Dreaming.Contracts;

/// <summary>A predicate across the members of a record, made by generated code from an <see cref="InvariantAttribute"/> method on the record.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Id">Its name.</param>
/// <param name="Because">What must hold, and why; empty when it does not say.</param>
/// <param name="Holds">The predicate. When it throws, the record is not accepted.</param>
public sealed record RecordPredicate<T>(string Id, string Because, Func<T, bool> Holds)
{
    /// <summary>What is wrong with a record; null when the predicate holds.</summary>
    internal string? Broken(T record)
    {
        try
        {
            return Holds(record) ? null : $"values that break '{Id}'";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The message may hold a sensitive value.
            return $"values on which '{Id}' fails ({e.GetType().Name})";
        }
    }
}
