using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Simulators;

/// <summary>How a tool changes a thing: what must be true, what is said when it is not, and how every member follows.</summary>
/// <param name="Guards">What must be true, what concerns the thing itself first.</param>
/// <param name="Change">The thing after the write.</param>
internal sealed record WriteRule(ImmutableArray<KnownGuard> Guards, Term Change)
{
    /// <summary>The answer to a write; null when it does not follow.</summary>
    public Answered? Of(Asked call, Situation met)
    {
        var broken = Guards.Where(g => g.Guard.Holds(met) == false).ToList();
        if (broken.Exists(b => !b.SeenBroken))
            return null;
        if (broken.Count > 0)
            return broken.Select(b => b.Refusal?.Say(met.Arguments, b.Guard.Culprit(met))).FirstOrDefault(r => r is not null) is { } refusal ? new(true, refusal) : null;
        var after = Change.Of(met, met.Thing);
        return after.ValueKind == JsonValueKind.Undefined ? null : Answered.Of(call.Tool, false, after.GetRawText());
    }
}

/// <summary>Something that must be true, and what is known of when it was not.</summary>
/// <param name="Guard">What must be true.</param>
/// <param name="Refusal">What was said because it was not; null when no refusal is laid to it.</param>
/// <param name="SeenBroken">A call was refused while it was not true, because of it or of something else.</param>
internal sealed record KnownGuard(Guard Guard, RefusalText? Refusal, bool SeenBroken);

/// <summary>Learns the rules of writes from the states before and after them.</summary>
internal static class WriteRules
{
    private const int LeastThings = 2;

    public static FrozenDictionary<string, WriteRule> Learn(DomainManifest domain, IEnumerable<ImmutableArray<Step>> recordings, EntityKinds kinds, StartingStates starts)
    {
        var seen = domain.Tools.Where(t => t.Effect == Effect.Write).ToDictionary(t => t.Name, _ => new List<Seen>(), StringComparer.Ordinal);
        foreach (var steps in recordings)
            Follow(steps, kinds, starts, seen);
        var rules = new Dictionary<string, WriteRule>(StringComparer.Ordinal);
        foreach (var (tool, writes) in seen)
            if (Learn(writes, starts) is { } rule)
                rules.Add(tool, rule);
        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static WriteRule? Learn(List<Seen> writes, StartingStates starts)
    {
        var done = writes.Where(w => !w.Answer.Refused).ToList();
        if (done.DistinctBy(w => w.Target).Count() < LeastThings || done.Count < TermSearch.Least)
            return null;
        if (TermSearch.Find([.. done.Select(w => new Change(w.Met, w.Met.Thing, w.Answer.Result))]) is not { } change)
            return null;
        var states = starts.All.Where(e => e.Kind == done[0].Target.Kind).Select(starts.Only).OfType<Entity>().Select(e => e.Value).ToList();
        var guards = GuardSearch.Find([.. done.Select(w => w.Met)], states);
        var refused = writes.Where(w => w.Answer.Refused).ToList();
        var words = Refusals(guards, refused);
        var known = guards.Select(g => new KnownGuard(g, words.GetValueOrDefault(g), refused.Exists(w => g.Holds(w.Met) == false)));
        return new([.. known.Where(g => g.Refusal is not null || !g.Guard.NeedsRefusal)], change);
    }

    // Each refusal is laid to one guard: first to the guard that explains most of them in the same words. What is left then shows what that guard does not explain.
    private static Dictionary<Guard, RefusalText> Refusals(ImmutableArray<Guard> guards, List<Seen> refused)
    {
        var words = new Dictionary<Guard, RefusalText>();
        while (refused.Count > 0)
        {
            var (guard, explained) = guards
                .Where(g => !words.ContainsKey(g))
                .Select(g => (Guard: g, Explained: refused.Where(w => g.Holds(w.Met) == false).ToList()))
                .Where(g => g.Explained.Count > 0 && g.Explained.Select(w => Words(g.Guard, w)).Distinct().Count() == 1)
                .OrderByDescending(g => g.Explained.Count)
                .FirstOrDefault();
            if (guard is null)
                break;
            words.Add(guard, Words(guard, explained[0]));
            refused = [.. refused.Except(explained)];
        }

        return words;
    }

    private static RefusalText Words(Guard guard, Seen refused) => RefusalText.Of(refused.Answer.Content, refused.Met.Arguments, guard.Culprit(refused.Met));

    private static void Follow(ImmutableArray<Step> steps, EntityKinds kinds, StartingStates starts, Dictionary<string, List<Seen>> seen)
    {
        var states = new Dictionary<EntityRef, Entity?>();
        foreach (var step in steps)
        {
            if (step.Call.Writes && step.Answer is { } answer && kinds.Target(step.Call) is { } target && (answer.Refused || kinds.Shown(step.Call, answer) == target)
                && (states.TryGetValue(target, out var known) ? known : starts.Only(target)) is { } before)
                seen[step.Call.Tool.Name].Add(new(target, new(step.Call.Arguments, before.Value, Part(states, starts)), answer));
            if (step.Answer is { Refused: false } shown && kinds.Shown(step.Call, shown) is { } thing)
                states[thing] = new(shown);
            else if (step.Changed && kinds.Target(step.Call) is { } lost)
                states[lost] = null;
        }
    }

    private static Func<string, JsonElement> Part(Dictionary<EntityRef, Entity?> states, StartingStates starts)
    {
        var now = states.ToImmutableArray();
        return id =>
        {
            foreach (var (_, state) in now)
                if (state is not null && Parts.Find(state.Value, id) is { ValueKind: JsonValueKind.Object } part)
                    return part;
            foreach (var owner in starts.Naming(id))
                if (starts.Only(owner) is { } state && Parts.Find(state.Value, id) is { ValueKind: JsonValueKind.Object } part)
                    return part;
            return default;
        };
    }

    private sealed record Seen(EntityRef Target, Situation Met, Answered Answer);
}
