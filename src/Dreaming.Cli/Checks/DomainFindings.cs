using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Gates;

namespace Dreaming.Cli.Checks;

/// <summary>What a check of a domain has found.</summary>
/// <param name="Seeds">How many instances of each scenario the world offers, by the scenario's id; absent where they could not be counted.</param>
/// <param name="Contracts">The tests of the tools' contracts.</param>
/// <param name="Notes">What is worth knowing, one sentence each.</param>
/// <param name="Problems">What keeps the domain from being slept over, one sentence each.</param>
internal sealed record DomainFindings(
    ImmutableSortedDictionary<string, int> Seeds, ImmutableArray<ContractCase> Contracts, ImmutableArray<string> Notes, ImmutableArray<string> Problems)
{
    /// <summary>The rules that fired when the domain was compiled; null when that is not known, since an assembly was given.</summary>
    public ImmutableArray<FiredRule>? Rules { get; init; }

    /// <summary>What the temporal constraints come to together; null when there are none.</summary>
    public PolicyReview? Policy { get; private init; }

    /// <param name="domain">The domain.</param>
    /// <param name="world">Its world.</param>
    /// <param name="cancellationToken">Stops the analysis of the policy.</param>
    public static DomainFindings Of(DomainManifest domain, IWorld world, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var notes = ImmutableArray.CreateBuilder<string>();
        var seeds = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);

        if (domain.Tools.IsEmpty)
            problems.Add("The domain declares no tool: an agent could do nothing in it. Declare one with [Tool].");
        if (domain.Scenarios.IsEmpty)
            problems.Add("The domain declares no scenario: there is nothing to dream. Declare one with [Scenario].");
        foreach (var scenario in domain.Scenarios)
        {
            if (Count(scenario, world, problems) is { } count)
                seeds.Add(scenario.Id, count);
            if (scenario.Says.IsEmpty)
                problems.Add($"Scenario {scenario.Id}: the user has nothing to open with. Give it a [Says].");
        }

        var contracts = ToolContractTests.Run(domain);
        problems.AddRange(contracts.Where(c => !c.Held).Select(c => $"Tool {c.Tool}: {c.Probe}: {c.Detail ?? "the contract did not hold"}."));

        var judged = domain.Criteria.Count(c => c.Judge is null);
        if (judged > 0)
            notes.Add($"{judged} of {domain.Criteria.Length} criteria ask for a chat model's judgement; without one they stay Unscored.");
        if (domain.Criteria.IsEmpty)
            notes.Add("The domain declares no criterion: a rollout is judged by its scenario's success and the invariants alone.");
        if (!domain.Scenarios.Any(s => s.Safety))
            notes.Add("No scenario belongs to the safety suite: the gate then has only injected faults to look at. Mark one with Safety = true.");
        var policy = domain.Constraints.IsEmpty ? null : PolicyReview.Of(domain, cancellationToken);
        if (policy is { Consistent: Proof.No })
            problems.Add(PolicyLines.Of(policy).First());
        return new DomainFindings(seeds.ToImmutable(), contracts, notes.ToImmutable(), problems.ToImmutable()) { Policy = policy };
    }

    private static int? Count(ScenarioContract scenario, IWorld world, ImmutableArray<string>.Builder problems)
    {
        var count = 0;
        try
        {
            foreach (var seed in scenario.Seeds(world.Fork()))
            {
                count++;
                var written = Json(scenario, seed);
                if (!written.AsSpan().SequenceEqual(Json(scenario, scenario.Read(written))))
                {
                    problems.Add($"Scenario {scenario.Id}: its seed {count} is not the same after it was written and read.");
                    return count;
                }
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            problems.Add($"Scenario {scenario.Id}: its seed {count + 1} cannot be made: {error.Message}");
            return null;
        }

        if (count == 0)
            problems.Add($"Scenario {scenario.Id}: the world offers no seed for it. Add data to the world, or let Seeds return an instance.");
        return count;
    }

    private static byte[] Json(ScenarioContract scenario, object instance)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            scenario.Write(writer, instance);
        return stream.ToArray();
    }
}
