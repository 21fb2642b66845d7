using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Gates;

/// <summary>
/// Tests of what the compiler made of each tool: the validator accepts what the contract allows and rejects what it forbids, reading and writing are each other's inverse, the
/// schema is JSON, and no document makes the validator throw.
/// </summary>
public static class ToolContractTests
{
    /// <summary>Tests every tool of a domain.</summary>
    /// <returns>One case a probe, tool by tool; a broken contract is a case that did not hold, never an exception.</returns>
    public static ImmutableArray<ContractCase> Run(DomainManifest domain) => [.. domain.Tools.SelectMany(Run)];

    private static IEnumerable<ContractCase> Run(ToolContract tool)
    {
        yield return Probe(tool, "schema is JSON that names every parameter", () => SchemaFault(tool));

        ImmutableArray<Violation> violations = [];
        ValidCall? call = null;
        yield return Probe(tool, "accepts a full call made from its contract", () =>
            (call = ValidCall.Build(tool, out violations)) is null ? $"No call was accepted: {Phrase.Some([.. violations.Select(v => v.ToString())])}." : null);
        if (call is null)
            yield break;
        yield return Probe(tool, "writes what it read: the full call", () => RoundTripFault(tool, call.ToUtf8()));

        foreach (var parameter in tool.Parameters.Where(p => p.Required))
            yield return Probe(tool, $"rejects a call without {parameter.Name}", () => AcceptanceFault(tool, call.With(parameter.Name, "").ToUtf8(), expected: false));
        var seen = new Dictionary<(string, PerturbationKind, string), int>();
        foreach (var perturbation in tool.Perturbations)
        {
            var key = (perturbation.Parameter, perturbation.Kind, perturbation.Reason);
            var nth = seen[key] = seen.GetValueOrDefault(key) + 1;
            var what = nth == 1 ? $"{perturbation.Parameter}: {perturbation.Reason}" : $"{perturbation.Parameter}: {perturbation.Reason} ({nth})";
            var bent = call.With(perturbation.Parameter, perturbation.Json).ToUtf8();
            if (perturbation.Kind == PerturbationKind.NearMiss)
            {
                yield return Probe(tool, $"rejects {what}", () => AcceptanceFault(tool, bent, expected: false));
                continue;
            }

            yield return Probe(tool, $"accepts {what}", () => AcceptanceFault(tool, bent, expected: true));
            yield return Probe(tool, $"writes what it read: {what}", () => RoundTripFault(tool, bent));
        }

        foreach (var (kind, document) in MalformedDocuments.Around(call))
            yield return Probe(tool, $"rejects {kind}", () => AcceptanceFault(tool, document, expected: false));
    }

    private static ContractCase Probe(ToolContract tool, string probe, Func<string?> fault)
    {
        string? detail;
        try
        {
            detail = fault();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            detail = $"{e.GetType().Name}: {e.Message}";
        }

        return new(tool.Name, probe, detail is null, detail);
    }

    private static string? SchemaFault(ToolContract tool)
    {
        using var schema = JsonDocument.Parse(tool.ParametersSchema);
        if (schema.RootElement.ValueKind != JsonValueKind.Object)
            return "The schema is no JSON object.";
        var named = schema.RootElement.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal) : [];
        var missing = tool.Parameters.Select(p => p.Name).Where(n => !named.Contains(n)).ToArray();
        return missing.Length == 0 ? null : $"The schema does not name {string.Join(", ", missing)}.";
    }

    private static string? AcceptanceFault(ToolContract tool, byte[] document, bool expected)
    {
        var violations = new List<Violation>();
        var accepted = tool.Validate(document, violations);
        if (accepted != tool.Validate(document))
            return "The validator answers differently when it stops at the first violation.";
        if (accepted != (violations.Count == 0))
            return $"The validator says {(accepted ? "accepted" : "rejected")} and names {Phrase.Count(violations.Count, "violation")}.";
        if (accepted == expected)
            return null;
        return accepted ? "It was accepted." : $"It was rejected: {Phrase.Some([.. violations.Select(v => v.ToString())])}.";
    }

    private static string? RoundTripFault(ToolContract tool, byte[] document)
    {
        var written = Rewrite(tool, document);
        if (AcceptanceFault(tool, written, expected: true) is { } fault)
            return $"What it wrote is no valid call. {fault}";
        if (!Rewrite(tool, written).AsSpan().SequenceEqual(written))
            return "Read again, what it wrote is written differently.";
        using var before = JsonDocument.Parse(document);
        using var after = JsonDocument.Parse(written);
        var changed = tool.Parameters.Where(p => !Same(p, before.RootElement, after.RootElement)).Select(p => p.Name).ToArray();
        return changed.Length == 0 ? null : $"Reading and writing changed {string.Join(", ", changed)}.";
    }

    private static byte[] Rewrite(ToolContract tool, byte[] document)
    {
        var call = tool.ReadCall(document);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            tool.WriteCall(writer, call);
        return buffer.ToArray();
    }

    private static bool Same(MemberContract parameter, JsonElement before, JsonElement after)
    {
        var was = before.TryGetProperty(parameter.Name, out var x) && x.ValueKind != JsonValueKind.Null;
        var stays = after.TryGetProperty(parameter.Name, out var y) && y.ValueKind != JsonValueKind.Null;
        return was ? stays && (!HasOneSpelling(parameter) || JsonElement.DeepEquals(x, y)) : !stays || !parameter.Required;
    }

    // A time, an instant, a length of time or a UUID can be written in several ways; that the second writing equals the first says that its value was kept. So it is with what a record that
    // holds itself may hold.
    private static bool HasOneSpelling(MemberContract member) =>
        member.Kind is not (ValueKind.Time or ValueKind.Instant or ValueKind.Duration or ValueKind.Guid)
        && member.Reference is null
        && (member.Element is null || HasOneSpelling(member.Element))
        && member.Members.Concat(member.Cases).All(HasOneSpelling);
}
