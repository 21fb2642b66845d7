using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Determinism;

namespace Dreaming.Simulators;

/// <summary>The world as one episode knows it: what it has established, and beneath it what the recordings saw.</summary>
internal readonly record struct WorldView(TraceKnowledge Knowledge, EpisodeState State, Seed Seed)
{
    /// <summary>The state of a thing; null when it is not known.</summary>
    public Entity? Of(EntityRef thing) => State.Things.TryGetValue(thing, out var established) ? established : Knowledge.Starts.Of(thing, Seed);

    /// <summary>The things whose state names an id, and the thing whose key it is; only those whose state is known.</summary>
    public IEnumerable<EntityRef> Naming(string id)
    {
        var view = this;
        return Knowledge.Starts.Naming(id)
            .Concat(State.Things.Where(t => t.Value is not null && !view.Knowledge.Starts.Naming(id).Contains(t.Key)).Select(t => t.Key))
            .Where(t => t.Key == id || view.Of(t)?.Ids.Contains(id) == true);
    }

    /// <summary>The things that a write could concern.</summary>
    public IEnumerable<EntityRef> Linked(ImmutableHashSet<string> touched, EntityRef? target)
    {
        var view = this;
        var near = touched.SelectMany(id => view.Naming(id));
        if (target is { } own)
            near = near.Concat(view.Naming(own.Key)).Append(own);
        return near.Distinct().Where(t => t == target || view.Of(t) is { } state && SideEffects.Concerns(touched, target, t, state)).ToList();
    }

    /// <summary>A part with an id of its own, such as a variant of a product; undefined when it is not known.</summary>
    public JsonElement Part(string id)
    {
        foreach (var owner in Naming(id).OrderBy(t => t.Kind, StringComparer.Ordinal).ThenBy(t => t.Key, StringComparer.Ordinal))
            if (Of(owner) is { } state && Parts.Find(state.Value, id) is { ValueKind: JsonValueKind.Object } part)
                return part;
        return default;
    }

    /// <summary>The keys of the things that a search finds.</summary>
    public IEnumerable<string> Found(Search search, JsonElement arguments)
    {
        var view = this;
        return Knowledge.Starts.All.Concat(State.Things.Keys).Distinct()
            .Where(t => t.Kind == search.Kind && view.Of(t) is { } state && search.Finds(state.Value, arguments))
            .Select(t => t.Key);
    }
}
