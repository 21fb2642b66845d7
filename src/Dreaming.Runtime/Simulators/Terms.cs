using System.Collections.Immutable;
using System.Text.Json;

namespace Dreaming.Simulators;

/// <summary>How a member's value after a write follows from what the write met.</summary>
internal abstract record Term
{
    /// <summary>The value; undefined when it does not follow.</summary>
    public abstract JsonElement Of(Situation met, JsonElement before);
}

/// <summary>It stays.</summary>
internal sealed record Kept : Term
{
    public override JsonElement Of(Situation met, JsonElement before) => before;
}

/// <summary>It is always the same.</summary>
internal sealed record Fixed(JsonElement Value) : Term
{
    public override JsonElement Of(Situation met, JsonElement before) => Value;
}

/// <summary>Which of two readings was seen, where they can differ.</summary>
internal enum Reading
{
    /// <summary>The plain one: as it stands, or of the same place.</summary>
    Plain,

    /// <summary>The other one: in order of text, or of the last place.</summary>
    Other,

    /// <summary>No observation tells them apart: where they differ, nobody knows.</summary>
    Either,
}

/// <summary>It is an argument, as it stands or in order of text.</summary>
internal sealed record FromArgument(string Name, Reading Reading) : Term
{
    public override JsonElement Of(Situation met, JsonElement before)
    {
        var plain = Json.Member(met.Arguments, Name);
        if (Reading == Reading.Plain || Json.Strings(plain) is not { } texts)
            return Reading == Reading.Other ? default : plain;
        var sorted = JsonBuild.Array(texts.Order(StringComparer.Ordinal).Select(JsonBuild.Text));
        return Reading == Reading.Other || Json.Same(plain, sorted) ? sorted : default;
    }
}

/// <summary>It is an element of a list among the arguments.</summary>
internal sealed record FromElement(string Name) : Term
{
    public override JsonElement Of(Situation met, JsonElement before) => met.At >= 0 && met.Element(Name) is { } text ? JsonBuild.Text(text) : default;
}

/// <summary>It is a member of the part that an element of a list among the arguments names: the one at the same place, or the last.</summary>
internal sealed record FromPart(string Name, string Member, Reading Reading) : Term
{
    public override JsonElement Of(Situation met, JsonElement before)
    {
        var value = Value(met, Reading == Reading.Other);
        return Reading != Reading.Either || Json.Same(value, Value(met, last: true)) ? value : default;
    }

    private JsonElement Value(Situation met, bool last) => met.Element(Name, last) is { } id ? Json.Member(met.Part(id), Member) : default;
}

/// <summary>It is an object whose members follow each by itself.</summary>
internal sealed record Composed(ImmutableArray<(string Name, Term Term)> Members) : Term
{
    public override JsonElement Of(Situation met, JsonElement before)
    {
        if (before.ValueKind != JsonValueKind.Object || before.EnumerateObject().Count() != Members.Length)
            return default;
        var members = new List<(string, JsonElement)>(Members.Length);
        foreach (var (name, term) in Members)
        {
            if (!before.TryGetProperty(name, out var was) || term.Of(met, was) is not { ValueKind: not JsonValueKind.Undefined } value)
                return default;
            members.Add((name, value));
        }

        return JsonBuild.Object(members);
    }
}

/// <summary>What is added up: of each pair that two lists of ids make, a number of the new part minus that of the element that it replaces.</summary>
/// <param name="Old">The argument that lists elements of the thing.</param>
/// <param name="New">The argument that lists parts.</param>
/// <param name="Elements">The thing's array that holds the elements.</param>
/// <param name="Id">The member that identifies an element.</param>
/// <param name="Number">The number, of element and part alike.</param>
internal sealed record Difference(string Old, string New, string Elements, string Id, string Number)
{
    /// <summary>The sum in binary floating point, in the order of the lists; null when an element or part is not known.</summary>
    public double? Of(Situation met)
    {
        if (Json.Strings(Json.Member(met.Arguments, Old)) is not { } old || Json.Strings(Json.Member(met.Arguments, New)) is not { } replaced || old.Length != replaced.Length)
            return null;
        var elements = Json.Member(met.Thing, Elements);
        if (elements.ValueKind != JsonValueKind.Array)
            return null;
        var sum = 0.0;
        for (var i = 0; i < old.Length; i++)
        {
            var element = elements.EnumerateArray().FirstOrDefault(e => Json.Text(e, Id) == old[i]);
            if (Value(element) is not { } was || Value(met.Part(replaced[i])) is not { } value)
                return null;
            sum += value - was;
        }

        return sum;
    }

    private double? Value(JsonElement element) => Json.Member(element, Number) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) ? value : null;
}

/// <summary>It is a difference.</summary>
internal sealed record FromDifference(Difference Difference, bool Rounded, bool Absolute) : Term
{
    public override JsonElement Of(Situation met, JsonElement before)
    {
        if (Difference.Of(met) is not { } value)
            return default;
        value = Absolute ? Math.Abs(value) : value;
        return JsonBuild.Number(Rounded ? Math.Round(value, 2) : value);
    }
}

/// <summary>It is one value when a difference is positive, and another when it is not.</summary>
internal sealed record BySign(Difference Difference, JsonElement Positive, JsonElement Otherwise) : Term
{
    public override JsonElement Of(Situation met, JsonElement before) => Difference.Of(met) is { } value ? value > 0 ? Positive : Otherwise : default;
}

/// <summary>The array grows: by a changed copy of each element, or by changed copies of its first.</summary>
internal sealed record Appended(bool OfEach, ImmutableArray<Term> Copies) : Term
{
    public override JsonElement Of(Situation met, JsonElement before)
    {
        if (before.ValueKind != JsonValueKind.Array || before.GetArrayLength() == 0)
            return default;
        var elements = before.EnumerateArray().ToList();
        var added = OfEach ? elements.Select(e => Copies[0].Of(met, e)).ToList() : Copies.Select(c => c.Of(met, elements[0])).ToList();
        return added.Exists(e => e.ValueKind == JsonValueKind.Undefined) ? default : JsonBuild.Array(elements.Concat(added));
    }
}

/// <summary>Elements that an argument lists are replaced, each by a changed copy of itself.</summary>
internal sealed record Replaced(string Listed, string Id, Term Copy) : Term
{
    public override JsonElement Of(Situation met, JsonElement before)
    {
        if (Places(met, before, Listed, Id) is not { } places)
            return default;
        var elements = before.EnumerateArray().ToArray();
        for (var i = 0; i < places.Length; i++)
            elements[places[i]] = Copy.Of(met with { At = i }, elements[places[i]]);
        return Array.Exists(elements, e => e.ValueKind == JsonValueKind.Undefined) ? default : JsonBuild.Array(elements);
    }

    /// <summary>Where the listed elements stand; null when one of them does not. An id that is listed twice means two elements.</summary>
    public static int[]? Places(Situation met, JsonElement before, string listed, string id)
    {
        if (before.ValueKind != JsonValueKind.Array || Json.Strings(Json.Member(met.Arguments, listed)) is not { } ids)
            return null;
        var places = new List<int>(ids.Length);
        foreach (var wanted in ids)
        {
            var at = Enumerable.Range(0, before.GetArrayLength()).FirstOrDefault(i => !places.Contains(i) && Json.Text(before[i], id) == wanted, -1);
            if (at < 0)
                return null;
            places.Add(at);
        }

        return [.. places];
    }
}
