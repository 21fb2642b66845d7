using System.Collections.Immutable;

namespace Dreaming.Simulators;

/// <summary>What one episode has established. Never changed: what happens makes the next one.</summary>
/// <param name="Things">States that were shown or changed in this episode; null for a thing that a write may have changed in a way that nobody knows.</param>
/// <param name="Answers">What was answered and must be answered again, by call.</param>
/// <param name="Writes">The writes so far, oldest first.</param>
internal sealed record EpisodeState(
    ImmutableDictionary<EntityRef, Entity?> Things, ImmutableDictionary<string, (Answered Answer, ImmutableHashSet<string> Ids)> Answers, ImmutableList<WriteDone> Writes)
{
    public static EpisodeState Start { get; } =
        new(ImmutableDictionary<EntityRef, Entity?>.Empty, ImmutableDictionary.Create<string, (Answered, ImmutableHashSet<string>)>(StringComparer.Ordinal), []);

    /// <summary>The state after a call and its answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answer">The answer; null when it is not known what the call did.</param>
    /// <param name="view">What is known of the world before the call.</param>
    public EpisodeState After(Asked call, Answered? answer, WorldView view)
    {
        var next = this;
        var shown = answer is { Refused: false } ? view.Knowledge.Kinds.Shown(call, answer) : null;
        if (call.Writes && answer is not { Refused: true })
            next = Changed(call, answer, shown ?? view.Knowledge.Kinds.Target(call), view);
        if (shown is { } thing)
            next = next with { Things = next.Things.SetItem(thing, new Entity(answer!)) };
        if (answer is not null && (!call.Writes || answer.Refused))
            next = next with { Answers = next.Answers.SetItem(call.Signature, (answer, call.Ids.Union(answer.Ids))) };
        return next;
    }

    private EpisodeState Changed(Asked call, Answered? answer, EntityRef? target, WorldView view)
    {
        var touched = answer is null ? call.Ids : call.Ids.Union(answer.Ids);
        if (target is { } own && view.Of(own) is { } before)
            touched = touched.Union(before.Ids);
        var things = Things;
        foreach (var thing in view.Linked(touched, target))
            if (thing == target || !view.Knowledge.SideEffects.Spare(call.Tool.Name, thing.Kind))
                things = things.SetItem(thing, null);

        // A refusal may be lifted by any write; a result stands unless the write names what it names.
        var stale = Answers.Where(a => a.Value.Answer.Refused || a.Value.Ids.Overlaps(touched)).Select(a => a.Key);
        return new(things, Answers.RemoveRange(stale), Writes.Add(new(call.Signature, answer is null ? call.Ids : call.Ids.Union(answer.Ids))));
    }
}
