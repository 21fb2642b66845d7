using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Simulators;

/// <summary>A search: a tool that answers with the id of the thing whose members say what was asked for.</summary>
/// <param name="Kind">The kind of thing that it finds.</param>
/// <param name="Terms">For each argument, the member that it is compared with.</param>
internal sealed record Search(string Kind, ImmutableArray<SearchTerm> Terms)
{
    /// <summary>Whether a thing is what was asked for.</summary>
    public bool Finds(JsonElement thing, JsonElement arguments) =>
        Terms.All(t => Json.Text(arguments, t.Argument) is { } wanted && t.Value(thing) is { } value
            && string.Equals(wanted, value, t.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
}

/// <summary>One argument of a search.</summary>
/// <param name="Argument">The argument.</param>
/// <param name="Path">The names that lead to the member, outermost first.</param>
/// <param name="IgnoresCase">A thing was found although the letter case differed.</param>
internal sealed record SearchTerm(string Argument, ImmutableArray<string> Path, bool IgnoresCase)
{
    public string? Value(JsonElement thing)
    {
        foreach (var name in Path)
            thing = Json.Member(thing, name);
        return thing.ValueKind == JsonValueKind.String ? thing.GetString() : null;
    }
}

/// <summary>Learns which tools are searches: for every call that found a known thing, the arguments stand in the same members.</summary>
internal static class Searches
{
    private const int LeastThings = 3;

    public static FrozenDictionary<string, Search> Learn(DomainManifest domain, ILookup<string, Step> byTool, StartingStates starts)
    {
        var kinds = starts.All.Select(e => e.Kind).Distinct(StringComparer.Ordinal).ToList();
        var searches = new Dictionary<string, Search>(StringComparer.Ordinal);
        foreach (var tool in domain.Tools.Where(t => t is { Effect: Effect.Read, Result.Kind: ValueKind.String } && t.Parameters.Length > 0 && t.Parameters.All(p => p.Kind == ValueKind.String)))
            if (kinds.Select(kind => Learn(tool, kind, byTool[tool.Name], starts)).FirstOrDefault(s => s is not null) is { } search)
                searches.Add(tool.Name, search);
        return searches.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Search? Learn(ToolContract tool, string kind, IEnumerable<Step> steps, StartingStates starts)
    {
        var found = steps
            .Where(s => s.Answer is { Refused: false })
            .Select(s => (s.Call.Arguments, s.Answer!.Content, Thing: starts.Only(new(kind, s.Answer.Content))))
            .Where(s => s.Thing is not null)
            .ToList();
        if (found.DistinctBy(f => f.Content).Count() < LeastThings)
            return null;
        var terms = ImmutableArray.CreateBuilder<SearchTerm>();
        foreach (var parameter in tool.Parameters)
        {
            var term = Paths(found[0].Thing!.Value, [])
                .OrderByDescending(p => p[^1] == parameter.Name)
                .Select(p => new SearchTerm(parameter.Name, p, true))
                .FirstOrDefault(t => found.All(f => Json.Text(f.Arguments, t.Argument) is { } wanted && string.Equals(t.Value(f.Thing!.Value), wanted, StringComparison.OrdinalIgnoreCase)));
            if (term is null)
                return null;
            terms.Add(term with { IgnoresCase = found.Any(f => Json.Text(f.Arguments, term.Argument) != term.Value(f.Thing!.Value)) });
        }

        return new(kind, terms.DrainToImmutable());
    }

    private static IEnumerable<ImmutableArray<string>> Paths(JsonElement value, ImmutableArray<string> above) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m => Paths(m.Value, above.Add(m.Name))),
        JsonValueKind.String => [above],
        _ => [],
    };
}
