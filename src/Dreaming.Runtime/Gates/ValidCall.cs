using System.Collections.Immutable;
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
        foreach (var value in SampleValue.Examples(parameter))
            yield return value;
        yield return SampleValue.Of(parameter);
    }
}
