using System.Collections.Immutable;
using System.Text.Json;

namespace Dreaming.Simulators;

/// <summary>
/// Finds the first way, from the plainest on, in which a member's values after a write follow from what the writes met. It must explain every observation that it says
/// anything about, and at least <see cref="Least"/> of them.
/// </summary>
internal static class TermSearch
{
    /// <summary>The least number of observations.</summary>
    public const int Least = 3;

    /// <summary>The term; null when nothing explains the changes.</summary>
    /// <param name="changes">The observations; at least one.</param>
    /// <param name="member">The member's name; null when it has none. An argument of the same name is looked at first.</param>
    public static Term? Find(IReadOnlyList<Change> changes, string? member = null)
    {
        foreach (var term in Plain(changes, member).Concat(Compound(changes)))
            if (Explains(term, changes))
                return term;
        return null;
    }

    private static bool Explains(Term term, IReadOnlyList<Change> changes)
    {
        var explained = 0;
        foreach (var change in changes)
        {
            var value = term.Of(change.Met, change.Before);
            if (value.ValueKind == JsonValueKind.Undefined)
                continue;
            if (!Json.Same(value, change.After))
                return false;
            explained++;
        }

        return explained >= Least;
    }

    private static IEnumerable<Term> Plain(IReadOnlyList<Change> changes, string? member)
    {
        var first = changes[0];
        if (member is not null && first.Met.Arguments.TryGetProperty(member, out _))
            foreach (var term in Readings(changes, reading => new FromArgument(member, reading)))
                yield return term;
        yield return new Kept();
        foreach (var argument in first.Met.Arguments.EnumerateObject())
            foreach (var term in Readings(changes, reading => new FromArgument(argument.Name, reading)))
                yield return term;
        foreach (var list in Lists(first.Met))
            yield return new FromElement(list);
        yield return new Fixed(first.After);
    }

    // Two readings that no observation tells apart are one, which says nothing where they differ.
    private static IEnumerable<Term> Readings(IReadOnlyList<Change> changes, Func<Reading, Term> of)
    {
        var (plain, other) = (of(Reading.Plain), of(Reading.Other));
        var differ = changes.Any(c => other.Of(c.Met, c.Before) is { ValueKind: not JsonValueKind.Undefined } value && !Json.Same(value, plain.Of(c.Met, c.Before)));
        return differ ? [plain, other] : [of(Reading.Either)];
    }

    private static IEnumerable<Term> Compound(IReadOnlyList<Change> changes)
    {
        var kind = changes[0].After.ValueKind;
        if (changes.Any(c => c.After.ValueKind != kind))
            yield break;
        if (kind is JsonValueKind.Number or JsonValueKind.String)
            foreach (var term in OfDifferences(changes, kind))
                yield return term;
        foreach (var term in OfParts(changes))
            yield return term;
        if (kind == JsonValueKind.Object && Members(changes) is { } composed)
            yield return composed;
        if (kind != JsonValueKind.Array || changes.Any(c => c.Before.ValueKind != JsonValueKind.Array))
            yield break;
        foreach (var term in Appending(changes).Concat(Replacing(changes)))
            yield return term;
    }

    private static IEnumerable<Term> OfDifferences(IReadOnlyList<Change> changes, JsonValueKind kind)
    {
        foreach (var difference in Differences(changes[0].Met))
        {
            if (kind == JsonValueKind.Number)
            {
                foreach (var absolute in (bool[])[false, true])
                    foreach (var rounded in (bool[])[false, true])
                        yield return new FromDifference(difference, rounded, absolute);
                continue;
            }

            var signs = changes.ToLookup(c => difference.Of(c.Met) is { } value ? Math.Sign(value) > 0 : (bool?)null, c => c.After);
            if (signs[true].Any() && signs[false].Any())
                yield return new BySign(difference, signs[true].First(), signs[false].First());
        }
    }

    private static IEnumerable<Term> OfParts(IReadOnlyList<Change> changes)
    {
        foreach (var list in Lists(changes[0].Met))
        {
            var names = changes.Select(c => c.Met.Element(list) is { } id ? c.Met.Part(id) : default).FirstOrDefault(p => p.ValueKind == JsonValueKind.Object);
            if (names.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var member in names.EnumerateObject())
            {
                foreach (var term in Readings(changes, reading => new FromPart(list, member.Name, reading)))
                    yield return term;
            }
        }
    }

    private static Composed? Members(IReadOnlyList<Change> changes)
    {
        if (changes[0].Before.ValueKind != JsonValueKind.Object)
            return null;
        var names = changes[0].Before.EnumerateObject().Select(m => m.Name).ToList();
        if (changes.Any(c => !Names(c.Before).SequenceEqual(names, StringComparer.Ordinal) || !Names(c.After).Order(StringComparer.Ordinal).SequenceEqual(names.Order(StringComparer.Ordinal), StringComparer.Ordinal)))
            return null;
        var members = ImmutableArray.CreateBuilder<(string, Term)>();
        foreach (var name in names)
        {
            if (Find([.. changes.Select(c => new Change(c.Met, Json.Member(c.Before, name), Json.Member(c.After, name)))], name) is not { } term)
                return null;
            members.Add((name, term));
        }

        return new(members.DrainToImmutable());
    }

    private static IEnumerable<Term> Appending(IReadOnlyList<Change> changes)
    {
        if (changes.Any(c => c.Before.GetArrayLength() == 0 || c.After.GetArrayLength() <= c.Before.GetArrayLength()))
            yield break;
        if (changes.All(c => c.After.GetArrayLength() == 2 * c.Before.GetArrayLength())
            && Find([.. changes.SelectMany(c => Enumerable.Range(0, c.Before.GetArrayLength()).Select(i => new Change(c.Met, c.Before[i], c.After[c.Before.GetArrayLength() + i])))]) is { } each)
            yield return new Appended(OfEach: true, [each]);
        var added = changes[0].After.GetArrayLength() - changes[0].Before.GetArrayLength();
        if (changes.Any(c => c.After.GetArrayLength() - c.Before.GetArrayLength() != added))
            yield break;
        var copies = Enumerable.Range(0, added)
            .Select(i => Find([.. changes.Select(c => new Change(c.Met, c.Before[0], c.After[c.Before.GetArrayLength() + i]))]))
            .ToList();
        if (!copies.Contains(null))
            yield return new Appended(OfEach: false, [.. copies.Select(c => c!)]);
    }

    private static IEnumerable<Term> Replacing(IReadOnlyList<Change> changes)
    {
        if (changes.Any(c => c.Before.GetArrayLength() != c.After.GetArrayLength() || c.Before.GetArrayLength() == 0))
            yield break;
        foreach (var list in Lists(changes[0].Met))
        {
            foreach (var id in Names(changes[0].Before[0]).Where(Json.NamesOneId))
            {
                var elements = new List<Change>();
                foreach (var change in changes)
                    if (Replaced.Places(change.Met, change.Before, list, id) is { } places)
                        elements.AddRange(places.Select((place, i) => new Change(change.Met with { At = i }, change.Before[place], change.After[place])));
                if (elements.Count > 0 && Find(elements) is { } copy)
                    yield return new Replaced(list, id, copy);
            }
        }
    }

    /// <summary>Every sum of differences that the arguments and the thing allow.</summary>
    private static IEnumerable<Difference> Differences(Situation met)
    {
        foreach (var old in Lists(met))
            foreach (var replaced in Lists(met).Where(l => l != old))
                foreach (var array in met.Thing.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Array && m.Value.GetArrayLength() > 0))
                    foreach (var id in Names(array.Value[0]).Where(Json.NamesOneId))
                        foreach (var number in array.Value[0].EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Number))
                            yield return new(old, replaced, array.Name, id, number.Name);
    }

    private static IEnumerable<string> Lists(Situation met) => met.Arguments.EnumerateObject().Where(a => a.Value.ValueKind == JsonValueKind.Array).Select(a => a.Name);

    private static IEnumerable<string> Names(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Select(m => m.Name) : [];
}
