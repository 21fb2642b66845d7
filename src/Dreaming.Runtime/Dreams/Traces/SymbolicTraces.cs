using System.Collections.Immutable;

namespace Dreaming.Dreams.Traces;

/// <summary>A conversation that keeps every constraint of its domain: whoever calls it a violation is wrong.</summary>
/// <param name="Events">Its events.</param>
public sealed record ControlTrace(ImmutableArray<SymbolicEvent> Events);

/// <summary>A conversation one edit away from one that keeps every constraint.</summary>
/// <param name="Events">Its events.</param>
/// <param name="Control">The conversation that it comes from.</param>
/// <param name="Edit">What was changed.</param>
/// <param name="Violates">The ids of the constraints that it violates, exactly these, ordered.</param>
public sealed record NearMiss(ImmutableArray<SymbolicEvent> Events, ControlTrace Control, TraceEdit Edit, ImmutableArray<string> Violates);

/// <summary>One change of a conversation.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="At">Where: the index of the event that was deleted or replaced, or before which one was inserted.</param>
/// <param name="Event">The event that was put there; null for a deletion.</param>
public sealed record TraceEdit(TraceEditKind Kind, int At, SymbolicEvent? Event)
{
    internal ImmutableArray<SymbolicEvent> Apply(ImmutableArray<SymbolicEvent> events) => Kind switch
    {
        TraceEditKind.Insertion => events.Insert(At, Event!),
        TraceEditKind.Deletion => events.RemoveAt(At),
        _ => events.SetItem(At, Event!),
    };
}

/// <summary>A way to change a conversation by one event.</summary>
public enum TraceEditKind
{
    /// <summary>An event more.</summary>
    Insertion,

    /// <summary>An event less.</summary>
    Deletion,

    /// <summary>Another event in the place of one.</summary>
    Replacement,
}
