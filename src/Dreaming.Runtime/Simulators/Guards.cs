using System.Collections.Immutable;
using System.Text.Json;

namespace Dreaming.Simulators;

/// <summary>Something that was true of every write of a tool that succeeded.</summary>
internal abstract record Guard
{
    /// <summary>Whether it is true now; null when nobody can say.</summary>
    public abstract bool? Holds(Situation met);

    /// <summary>The id because of which it is not true; null when no one is.</summary>
    public virtual string? Culprit(Situation met) => null;

    /// <summary>It counts only when a refusal was seen where it was broken: that it was always true may be chance.</summary>
    public virtual bool NeedsRefusal => false;
}

/// <summary>A member of the thing has a value with which the write succeeded before.</summary>
internal sealed record KnownValue(string Member, ImmutableArray<JsonElement> Values) : Guard
{
    public override bool? Holds(Situation met) => Values.Any(v => Json.Same(v, Json.Member(met.Thing, Member)));
}

/// <summary>Two lists are equally long.</summary>
internal sealed record EquallyLong(string Left, string Right) : Guard
{
    public override bool? Holds(Situation met) =>
        Json.Strings(Json.Member(met.Arguments, Left)) is { } left && Json.Strings(Json.Member(met.Arguments, Right)) is { } right ? left.Length == right.Length : null;
}

/// <summary>Two lists differ at every place.</summary>
internal sealed record NowhereEqual(string Left, string Right) : Guard
{
    public override bool? Holds(Situation met) =>
        Json.Strings(Json.Member(met.Arguments, Left)) is { } left && Json.Strings(Json.Member(met.Arguments, Right)) is { } right
            ? left.Zip(right).All(p => p.First != p.Second)
            : null;
}

/// <summary>The elements that a list names stand in the thing.</summary>
internal sealed record Listed(string Argument, string Array, string Id) : Guard
{
    public override bool? Holds(Situation met) => Replaced.Places(met, Json.Member(met.Thing, Array), Argument, Id) is not null;

    public override string? Culprit(Situation met)
    {
        var ids = Json.Strings(Json.Member(met.Arguments, Argument)) ?? [];
        return Json.Member(met.Thing, Array) is { ValueKind: JsonValueKind.Array } array ? ids.FirstOrDefault(id => ids.Count(i => i == id) > array.EnumerateArray().Count(e => Json.Text(e, Id) == id)) : null;
    }
}

/// <summary>The parts that a list names say yes, or no, in a member.</summary>
internal sealed record PartSays(string Argument, string Member, bool Yes) : Guard
{
    public override bool? Holds(Situation met)
    {
        if (Json.Strings(Json.Member(met.Arguments, Argument)) is not { } ids)
            return null;
        bool? all = true;
        foreach (var id in ids)
        {
            if (Breaks(met, id))
                return false;
            if (Json.Member(met.Part(id), Member).ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                all = null;
        }

        return all;
    }

    public override string? Culprit(Situation met) => Json.Strings(Json.Member(met.Arguments, Argument))?.FirstOrDefault(id => Breaks(met, id));

    private bool Breaks(Situation met, string id) => Json.Member(met.Part(id), Member).ValueKind == (Yes ? JsonValueKind.False : JsonValueKind.True);
}

/// <summary>An id is named in the thing, or it is of a form that was accepted although the thing did not name it.</summary>
internal sealed record Familiar(string Argument, ImmutableArray<string> Forms) : Guard
{
    public override bool? Holds(Situation met) => Json.Text(met.Arguments, Argument) is { } id ? Named(met, id) || Forms.Contains(Form(id)) : null;

    // New forms of id are common, and most are as good as those that were met.
    public override bool NeedsRefusal => true;

    public static bool Named(Situation met, string id)
    {
        var ids = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        Json.Ids(met.Thing, ids);
        return ids.Contains(id);
    }

    /// <summary>What an id is without its digits.</summary>
    public static string Form(string id) => string.Concat(id.Where(c => !char.IsDigit(c)));
}

/// <summary>Finds the guards of a tool.</summary>
internal static class GuardSearch
{
    // A member with more values than this is no state but a fact, such as a name.
    private const int MostValues = 8;

    /// <param name="succeeded">What the writes met that succeeded.</param>
    /// <param name="starts">Every state in which things of the kind were seen.</param>
    public static ImmutableArray<Guard> Find(IReadOnlyList<Situation> succeeded, IReadOnlyList<JsonElement> starts) =>
        [.. Candidates(succeeded, starts).Where(g => succeeded.Count(s => g.Holds(s) == true) >= TermSearch.Least && succeeded.All(s => g.Holds(s) != false))];

    private static IEnumerable<Guard> Candidates(IReadOnlyList<Situation> succeeded, IReadOnlyList<JsonElement> starts)
    {
        var first = succeeded[0];
        foreach (var member in first.Thing.EnumerateObject().Where(m => m.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)))
        {
            var all = starts.Select(s => Json.Member(s, member.Name).ToString()).Distinct(StringComparer.Ordinal).Count();
            if (all <= MostValues && 2 * all <= starts.Count)
                yield return new KnownValue(member.Name, [.. succeeded.Select(s => Json.Member(s.Thing, member.Name)).DistinctBy(v => v.ToString(), StringComparer.Ordinal)]);
        }

        foreach (var argument in first.Arguments.EnumerateObject().Where(a => a.Value.ValueKind == JsonValueKind.String && Json.NamesOneId(a.Name)))
        {
            var foreign = succeeded.Where(s => Json.Text(s.Arguments, argument.Name) is { } id && !Familiar.Named(s, id)).Select(s => Familiar.Form(Json.Text(s.Arguments, argument.Name)!));
            yield return new Familiar(argument.Name, [.. foreign.Distinct(StringComparer.Ordinal)]);
        }

        var lists = first.Arguments.EnumerateObject().Where(a => a.Value.ValueKind == JsonValueKind.Array).Select(a => a.Name).ToList();
        foreach (var list in lists)
            foreach (var array in first.Thing.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Array && m.Value.GetArrayLength() > 0 && m.Value[0].ValueKind == JsonValueKind.Object))
                foreach (var id in array.Value[0].EnumerateObject().Where(m => Json.NamesOneId(m.Name)))
                    yield return new Listed(list, array.Name, id.Name);
        for (var i = 0; i < lists.Count; i++)
        {
            for (var j = i + 1; j < lists.Count; j++)
            {
                yield return new EquallyLong(lists[i], lists[j]);
                yield return new NowhereEqual(lists[i], lists[j]);
            }
        }

        foreach (var list in lists)
            foreach (var (member, says) in Flags(succeeded, list))
                yield return new PartSays(list, member, says);
    }

    private static List<(string Member, bool Says)> Flags(IReadOnlyList<Situation> succeeded, string list)
    {
        var part = succeeded.Select(s => s.Element(list) is { } id ? s.Part(id) : default).FirstOrDefault(p => p.ValueKind == JsonValueKind.Object);
        return part.ValueKind != JsonValueKind.Object ? [] :
            [.. part.EnumerateObject().Where(m => m.Value.ValueKind is JsonValueKind.True or JsonValueKind.False).Select(m => (m.Name, m.Value.ValueKind == JsonValueKind.True))];
    }
}
