using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Determinism;

namespace Dreaming.Simulators;

/// <summary>What was seen of each thing before any call of the same recording had touched it.</summary>
internal sealed class StartingStates
{
    private readonly FrozenDictionary<EntityRef, ImmutableArray<(Entity State, int Seen)>> _states;
    private readonly FrozenDictionary<string, ImmutableArray<EntityRef>> _byId;

    private StartingStates(Dictionary<EntityRef, ImmutableArray<(Entity, int)>> states)
    {
        _states = states.ToFrozenDictionary();
        var byId = new Dictionary<string, SortedSet<EntityRef>>(StringComparer.Ordinal);
        foreach (var (entity, seen) in states)
            foreach (var id in seen.SelectMany(s => s.Item1.Ids).Append(entity.Key))
                (byId.TryGetValue(id, out var linked) ? linked : byId[id] = new(Order)).Add(entity);
        _byId = byId.ToFrozenDictionary(e => e.Key, e => e.Value.ToImmutableArray(), StringComparer.Ordinal);
        All = [.. states.Keys.Order(Order)];
    }

    /// <summary>Every thing that was seen, in a fixed order.</summary>
    public ImmutableArray<EntityRef> All { get; }

    private static Comparer<EntityRef> Order { get; } = Comparer<EntityRef>.Create((a, b) =>
        string.CompareOrdinal(a.Kind, b.Kind) is var kind && kind != 0 ? kind : string.CompareOrdinal(a.Key, b.Key));

    /// <summary>The things that have an id as their key or in their state.</summary>
    public ImmutableArray<EntityRef> Naming(string id) => _byId.TryGetValue(id, out var entities) ? entities : [];

    /// <summary>The state in which a thing begins: where several were seen, one of them by how often it was.</summary>
    public Entity? Of(EntityRef entity, Seed seed)
    {
        if (!_states.TryGetValue(entity, out var seen))
            return null;
        if (seen.Length == 1)
            return seen[0].State;
        var at = seed.Derive($"{entity.Kind}\n{entity.Key}").ToRandom().Next(seen.Sum(s => s.Seen));
        return seen.First(s => (at -= s.Seen) < 0).State;
    }

    /// <summary>The one state that was ever seen; null when there were several or none.</summary>
    public Entity? Only(EntityRef entity) => _states.TryGetValue(entity, out var seen) && seen.Length == 1 ? seen[0].State : null;

    public static StartingStates Learn(IEnumerable<ImmutableArray<Step>> recordings, EntityKinds kinds)
    {
        var seen = new Dictionary<EntityRef, Dictionary<string, (Entity State, int Seen)>>();
        foreach (var steps in recordings)
        {
            var writes = new List<(ImmutableHashSet<string> Touched, EntityRef? Target)>();
            var counted = new HashSet<EntityRef>();
            foreach (var step in steps)
            {
                if (step.Changed)
                    writes.Add((step.Ids, kinds.Target(step.Call)));
                else if (step.Answer is { Refused: false } answer && kinds.Shown(step.Call, answer) is { } shown
                    && !writes.Exists(w => SideEffects.Concerns(w.Touched, w.Target, shown, new(answer))) && counted.Add(shown))
                    Count(seen, shown, answer);
            }
        }

        return new(seen.ToDictionary(e => e.Key, e => e.Value.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value).ToImmutableArray()));
    }

    private static void Count(Dictionary<EntityRef, Dictionary<string, (Entity State, int Seen)>> seen, EntityRef entity, Answered answer)
    {
        if (!seen.TryGetValue(entity, out var states))
            seen[entity] = states = new(StringComparer.Ordinal);
        states[answer.Content] = states.TryGetValue(answer.Content, out var known) ? (known.State, known.Seen + 1) : (new Entity(answer), 1);
    }
}

/// <summary>Finds the parts of a thing that have an id of their own, such as the variants of a product.</summary>
internal static class Parts
{
    /// <summary>The part with that id, in a map by id at any depth; undefined when there is none.</summary>
    public static JsonElement Find(JsonElement value, string id)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (member.Name == id && member.Value.ValueKind == JsonValueKind.Object && HasId(member.Value, id))
                    return member.Value;
                if (Find(member.Value, id) is { ValueKind: JsonValueKind.Object } found)
                    return found;
            }
        }

        return default;
    }

    private static bool HasId(JsonElement part, string id)
    {
        foreach (var member in part.EnumerateObject())
            if (Json.NamesOneId(member.Name) && member.Value.ValueKind == JsonValueKind.String && member.Value.ValueEquals(id))
                return true;
        return false;
    }
}
