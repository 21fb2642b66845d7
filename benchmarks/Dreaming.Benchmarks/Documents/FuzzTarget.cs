using System.Text;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Benchmarks.Documents;

/// <summary>A validator and what must hold of it whatever it is given.</summary>
/// <param name="Name">What it checks.</param>
/// <param name="Seeds">Documents to begin with.</param>
/// <param name="Check">Takes a document; false when the document is rejected.</param>
/// <exception cref="InvalidOperationException">Something that must hold does not.</exception>
public sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Seeds, Func<byte[], bool> Check)
{
    /// <summary>The validators of a domain: of each tool's arguments and result, and of each scenario.</summary>
    public static IEnumerable<FuzzTarget> Of(DomainManifest domain)
    {
        var sampler = new ContractSampler(new Random(11));
        foreach (var tool in domain.Tools)
        {
            yield return new($"{domain.Name} {tool.Name} arguments", [.. Enumerable.Range(0, 8).Select(_ => sampler.Arguments(tool))], utf8 => Arguments(tool, utf8));
            yield return new($"{domain.Name} {tool.Name} result", [.. Enumerable.Range(0, 8).Select(_ => sampler.Document(tool.Result))], utf8 => tool.TryReadResult(Encoding.UTF8.GetString(utf8), out _));
        }

        foreach (var scenario in domain.Scenarios)
        {
            var contract = new MemberContract("", ValueKind.Object) { Members = [.. scenario.Slots.Select(s => s.Member)] };
            yield return new($"{domain.Name} {scenario.Id}", [.. Enumerable.Range(0, 8).Select(_ => sampler.Document(contract))], utf8 => Scenario(scenario, utf8));
        }
    }

    /// <summary>The validator of a record. What it accepts can be read, and is accepted again when it is written.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="seeds">Valid documents.</param>
    public static FuzzTarget Of<T>(IReadOnlyList<byte[]> seeds)
        where T : IDataRecord<T> => new(typeof(T).Name, seeds, utf8 =>
        {
            var violations = new List<Violation>();
            var valid = JsonData.Validate<T>(utf8, violations);
            if (valid != (violations.Count == 0) || valid != JsonData.Validate<T>(utf8))
                throw new InvalidOperationException("The verdicts with and without violations differ.");
            if (valid && !JsonData.Validate<T>(Encoding.UTF8.GetBytes(JsonData.ToText(JsonData.Read<T>(utf8), JsonData.Write))))
                throw new InvalidOperationException("What was read from an accepted document is refused when it is written.");
            return valid;
        });

    private static bool Arguments(ToolContract tool, byte[] utf8)
    {
        var violations = new List<Violation>();
        var valid = tool.Validate(utf8, violations);
        if (valid != (violations.Count == 0) || valid != tool.Validate(utf8))
            throw new InvalidOperationException("The verdicts with and without violations differ.");
        if (valid)
            _ = tool.ReadCall(utf8);
        return valid;
    }

    private static bool Scenario(ScenarioContract scenario, byte[] utf8)
    {
        try
        {
            _ = scenario.Read(utf8);
            return true;
        }
        catch (JsonException)
        {
            // What reading says of a document that breaks the contract.
            return false;
        }
    }
}
