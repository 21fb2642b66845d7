using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Dreams.Traces;

/// <summary>An event of a conversation as far as a policy can tell events apart: its kind, its outcome, which guards hold for it, and which values its correlating members have.</summary>
/// <param name="Event">The name of the tool, the id of the signal, <see cref="AtomContract.ReplyEvent"/>, <see cref="AtomContract.UserTurnEvent"/>, or <see cref="AtomContract.AnyCallEvent"/> for a call of no declared tool.</param>
/// <param name="Succeeded">It is a call that returned a result.</param>
/// <param name="Guards">The guards that hold for it, ordered.</param>
/// <param name="Keys">The number of the value of each correlating member, by member: equal numbers are equal values.</param>
public sealed record SymbolicEvent(string Event, bool Succeeded, ImmutableSortedSet<string> Guards, ImmutableSortedDictionary<string, int> Keys)
{
    /// <inheritdoc/>
    public bool Equals(SymbolicEvent? other) =>
        other is not null && Event == other.Event && Succeeded == other.Succeeded && Guards.SetEquals(other.Guards) && Keys.SequenceEqual(other.Keys);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Event, Succeeded, Guards.Count, Keys.Count);

    /// <summary>The event in words: <c>request_refill succeeded [IsControlled] (PatientId #1)</c>.</summary>
    public override string ToString() =>
        Event
        + (Succeeded ? " succeeded" : "")
        + (Guards.IsEmpty ? "" : $" [{string.Join(", ", Guards)}]")
        + (Keys.IsEmpty ? "" : $" ({string.Join(", ", Keys.Select(k => $"{k.Key} #{k.Value}"))})");
}
