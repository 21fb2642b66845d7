using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Gates;

/// <summary>Arguments of a tool with every parameter present, made from nothing but its contract.</summary>
internal sealed class ValidCall
{
    private readonly ImmutableSortedDictionary<string, string> _values;

    private ValidCall(ImmutableSortedDictionary<string, string> values) => _values = values;

    /// <summary>Builds one, trying value after value for each parameter until the validator accepts the whole.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="violations">Why none could be built.</param>
    /// <returns>The call; null when the contract's own examples, lists, limits and perturbations give no accepted one.</returns>
    public static ValidCall? Build(ToolContract tool, out ImmutableArray<Violation> violations)
    {
        var candidates = tool.Parameters.ToDictionary(p => p.Name, p => Candidates(tool, p).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        var chosen = candidates.ToDictionary(c => c.Key, _ => 0, StringComparer.Ordinal);
        while (true)
        {
            var call = new ValidCall(candidates.ToImmutableSortedDictionary(c => c.Key, c => c.Value[chosen[c.Key]], StringComparer.Ordinal));
            var found = new List<Violation>();
            if (tool.Validate(call.ToUtf8(), found))
            {
                violations = [];
                return call;
            }

            var blamed = tool.Parameters.Where(p => found.Any(v => IsWithin(v.Pointer, p.Name)) && chosen[p.Name] + 1 < candidates[p.Name].Length).ToArray();
            if (blamed.Length == 0)
            {
                violations = [.. found];
                return null;
            }

            foreach (var parameter in blamed)
                chosen[parameter.Name]++;
        }
    }

    /// <summary>The same call with one parameter replaced.</summary>
    /// <param name="parameter">The JSON name.</param>
    /// <param name="json">The value; empty for a parameter that is left out.</param>
    public ValidCall With(string parameter, string json) => new(json.Length == 0 ? _values.Remove(parameter) : _values.SetItem(parameter, json));

    public byte[] ToUtf8()
    {
        var text = new StringBuilder("{");
        foreach (var (name, json) in _values)
        {
            if (text.Length > 1)
                text.Append(',');
            text.Append('"').Append(JsonEncodedText.Encode(name)).Append("\":").Append(json);
        }

        return Encoding.UTF8.GetBytes(text.Append('}').ToString());
    }

    private static bool IsWithin(string pointer, string parameter)
    {
        var start = "/" + parameter.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        return pointer == start || pointer.StartsWith(start + "/", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Candidates(ToolContract tool, MemberContract parameter)
    {
        foreach (var kind in (PerturbationKind[])[PerturbationKind.Valid, PerturbationKind.Boundary])
            foreach (var perturbation in tool.Perturbations)
                if (perturbation.Parameter == parameter.Name && perturbation.Kind == kind && perturbation.Json.Length > 0)
                    yield return perturbation.Json;
        foreach (var example in parameter.Examples)
            yield return Literal(parameter.Kind, example);
        yield return Value(parameter);
    }

    private static string Value(MemberContract member) => member switch
    {
        { Examples: [var example, ..] } => Literal(member.Kind, example),
        { Allowed: [var allowed, ..] } => Literal(member.Kind, allowed),
        { Kind: ValueKind.String } => Quote(new string('a', Math.Min(Math.Max(1, member.MinLength ?? 1), member.MaxLength ?? int.MaxValue))),
        { Kind: ValueKind.Integer } => Whole(member).ToString(CultureInfo.InvariantCulture),
        { Kind: ValueKind.Number } => (member.Minimum ?? member.Maximum ?? 1).ToString(CultureInfo.InvariantCulture),
        { Kind: ValueKind.Boolean } => "true",
        { Kind: ValueKind.Date } => "\"2026-03-02\"",
        { Kind: ValueKind.Time } => "\"09:00:00\"",
        { Kind: ValueKind.Instant } => "\"2026-03-02T09:00:00+00:00\"",
        { Kind: ValueKind.Guid } => "\"4b4f3e0a-5a3c-4d6e-9f3a-0c1d2e3f4a5b\"",
        { Kind: ValueKind.Array, Element: { } element } => $"[{string.Join(',', Enumerable.Repeat(Value(element), Math.Max(1, member.MinLength ?? 1)))}]",
        { Kind: ValueKind.Map, Element: { } element } => $"{{\"key\":{Value(element)}}}",
        { Kind: ValueKind.Object } => $"{{{string.Join(',', member.Members.Select(m => Quote(m.Name) + ":" + Value(m)))}}}",
        _ => "{}",
    };

    private static decimal Whole(MemberContract member) => member.Minimum is { } least ? Math.Ceiling(least) : member.Maximum is { } greatest ? Math.Min(1, Math.Floor(greatest)) : 1;

    private static string Literal(ValueKind kind, string text) => kind is ValueKind.String or ValueKind.Enum or ValueKind.Date or ValueKind.Time or ValueKind.Instant or ValueKind.Guid
        ? Quote(text)
        : text;

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
