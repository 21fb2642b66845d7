using System.Collections.Frozen;
using System.Collections.Immutable;
using Dreaming.Determinism;

namespace Dreaming.Simulators;

/// <summary>A write that lies before a call.</summary>
/// <param name="Signature">The call.</param>
/// <param name="Touched">The ids that the call and its answer named.</param>
internal sealed record WriteDone(string Signature, ImmutableHashSet<string> Touched);

/// <summary>
/// Answers to calls that were made before with the same arguments. An answer counts only when the same writes lie before it: those that share an id with the call or its answer,
/// in the same order.
/// </summary>
internal sealed class ReplyBook
{
    private readonly FrozenDictionary<string, ImmutableArray<Entry>> _entries;

    private ReplyBook(Dictionary<string, List<Entry>> entries) =>
        _entries = entries.ToFrozenDictionary(e => e.Key, e => e.Value.OrderBy(v => v.Answer.Content, StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The answer; where several were seen under the same conditions, one of them by how often it was; null when none was seen.</summary>
    /// <param name="call">The call.</param>
    /// <param name="before">The writes before it, oldest first.</param>
    /// <param name="state">The state of the thing that the call is about; null when that is not known.</param>
    /// <param name="seed">Decides among several.</param>
    public Answered? Find(Asked call, ImmutableList<WriteDone> before, Entity? state, Seed seed)
    {
        if (!_entries.TryGetValue(call.Signature, out var entries))
            return null;
        var fitting = entries.Where(e => (e.State is null || state is null || e.State == state.Answer.Content) && e.Before.SequenceEqual(Linked(before, e.Ids), StringComparer.Ordinal)).ToList();
        if (fitting.Count <= 1)
            return fitting.FirstOrDefault()?.Answer;
        var at = seed.Derive(call.Signature).Derive("reply", before.Count).ToRandom().Next(fitting.Sum(e => e.Seen));
        return fitting.First(e => (at -= e.Seen) < 0).Answer;
    }

    /// <param name="recordings">The recordings.</param>
    /// <param name="kinds">What tools are about.</param>
    /// <param name="carries">Whether an answer to this call means something outside of its recording.</param>
    public static ReplyBook Learn(IEnumerable<ImmutableArray<Step>> recordings, EntityKinds kinds, Func<Asked, bool> carries)
    {
        var entries = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        foreach (var steps in recordings)
        {
            var before = ImmutableList<WriteDone>.Empty;
            var states = new Dictionary<EntityRef, string>();
            foreach (var step in steps)
            {
                var target = kinds.Target(step.Call);
                if (step.Answer is { } answer && carries(step.Call))
                    Add(entries, step, answer, [.. Linked(before, step.Ids)], step.Call.Writes && target is { } about ? states.GetValueOrDefault(about) : null);
                if (step.Changed)
                    before = before.Add(new(step.Call.Signature, step.Ids));
                if (step.Answer is { Refused: false } shown && kinds.Shown(step.Call, shown) is { } entity)
                    states[entity] = shown.Content;
                else if (step.Changed && target is { } lost)
                    states.Remove(lost);
            }
        }

        return new(entries);
    }

    private static void Add(Dictionary<string, List<Entry>> entries, Step step, Answered answer, ImmutableArray<string> before, string? state)
    {
        if (!entries.TryGetValue(step.Call.Signature, out var seen))
            entries[step.Call.Signature] = seen = [];
        var at = seen.FindIndex(e => e.Answer.Refused == answer.Refused && e.Answer.Content == answer.Content && e.State == state && e.Before.SequenceEqual(before, StringComparer.Ordinal));
        if (at < 0)
            seen.Add(new(answer, before, step.Ids, state, 1));
        else
            seen[at] = seen[at] with { Seen = seen[at].Seen + 1 };
    }

    private static IEnumerable<string> Linked(ImmutableList<WriteDone> writes, ImmutableHashSet<string> ids) =>
        writes.Where(w => w.Touched.Overlaps(ids)).Select(w => w.Signature);

    private sealed record Entry(Answered Answer, ImmutableArray<string> Before, ImmutableHashSet<string> Ids, string? State, int Seen);
}
