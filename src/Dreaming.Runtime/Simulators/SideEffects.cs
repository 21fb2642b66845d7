using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dreaming.Simulators;

/// <summary>
/// Which writes leave things alone that they name beside their own: things of a kind were read before and after such a write, with no other between, and had not changed.
/// </summary>
internal sealed class SideEffects
{
    private const int Least = 2;
    private readonly FrozenSet<(string Tool, string Kind)> _none;

    private SideEffects(IEnumerable<(string, string)> none) => _none = none.ToFrozenSet();

    /// <summary>Whether a write is known to leave things of a kind alone.</summary>
    public bool Spare(string tool, string kind) => _none.Contains((tool, kind));

    /// <summary>Whether a write could concern a thing: one of them names the other. Of a write whose own thing is not known, any id in common is enough.</summary>
    public static bool Concerns(ImmutableHashSet<string> touched, EntityRef? target, EntityRef thing, Entity state) =>
        touched.Contains(thing.Key) || (target is { } own ? state.Ids.Contains(own.Key) : state.Ids.Overlaps(touched));

    public static SideEffects Learn(IEnumerable<ImmutableArray<Step>> recordings, EntityKinds kinds, StartingStates starts)
    {
        var seen = new Dictionary<(string Tool, string Kind), (int Same, int Other)>();
        foreach (var steps in recordings)
            Follow(steps, kinds, starts, seen);
        return new(seen.Where(s => s.Value is { Other: 0, Same: >= Least }).Select(s => s.Key));
    }

    private static void Follow(ImmutableArray<Step> steps, EntityKinds kinds, StartingStates starts, Dictionary<(string, string), (int Same, int Other)> seen)
    {
        var states = new Dictionary<EntityRef, Entity>();
        var between = new Dictionary<EntityRef, string?>();
        foreach (var step in steps)
        {
            var target = kinds.Target(step.Call);
            if (step.Changed)
                foreach (var thing in steps.Select(s => Shown(s, kinds)).Where(e => e is { } shown && shown != target).Select(e => e!.Value).Distinct())
                    if ((states.GetValueOrDefault(thing) ?? starts.Only(thing)) is { } state && Concerns(step.Ids, target, thing, state))
                    {
                        states[thing] = state;
                        // A second write between two readings leaves open which of them it was.
                        between[thing] = between.ContainsKey(thing) ? null : step.Call.Tool.Name;
                    }

            if (Shown(step, kinds) is not { } about)
                continue;
            if (!step.Changed && between.Remove(about, out var write) && write is not null && states.TryGetValue(about, out var before))
            {
                var (same, other) = seen.GetValueOrDefault((write, about.Kind));
                seen[(write, about.Kind)] = before.Answer.Content == step.Answer!.Content ? (same + 1, other) : (same, other + 1);
            }

            if (step.Changed)
                between.Remove(about);
            states[about] = new(step.Answer!);
        }
    }

    private static EntityRef? Shown(Step step, EntityKinds kinds) => step.Answer is { Refused: false } answer ? kinds.Shown(step.Call, answer) : null;
}
