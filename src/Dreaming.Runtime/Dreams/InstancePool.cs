using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Dreams;

/// <summary>The instances of each scenario that the world offers. Looked up once for each scenario.</summary>
internal sealed class InstancePool(IWorld root, IEnumerable<Skeleton> reserved)
{
    /// <summary>More instances than this are not looked at: a world that offers more is sampled from its beginning.</summary>
    private const int Most = 10_000;

    private readonly HashSet<(string Scenario, string Facts)> _reserved = [.. reserved.Select(s => (s.Scenario, s.Facts.Text))];
    private readonly Dictionary<string, Offer> _offers = new(StringComparer.Ordinal);

    /// <summary>The instances that may be dreamed of, in the world's order.</summary>
    public ImmutableArray<Instance> Instances(ScenarioContract contract) => Of(contract).Instances;

    /// <summary>The world offers these facts.</summary>
    public bool Offers(ScenarioContract contract, RawJson facts) => Of(contract).Facts.Contains(facts.Text);

    /// <summary>These facts are kept for the gate.</summary>
    public bool IsReserved(Skeleton skeleton) => _reserved.Contains((skeleton.Scenario, skeleton.Facts.Text));

    /// <summary>The values that instances have for each slot.</summary>
    public Vocabulary Vocabulary(ScenarioContract contract) => Of(contract).Vocabulary;

    /// <summary>An instance without any operator, grounded in no episode.</summary>
    public IEnumerable<Skeleton> Seeds(ScenarioContract contract) => Instances(contract).Select(i => Grounder.Plain(contract, i.Facts, null));

    private Offer Of(ScenarioContract contract)
    {
        if (_offers.TryGetValue(contract.Id, out var known))
            return known;
        var all = contract.Seeds(root.Fork()).Take(Most).Select(s => Instance.Of(contract, s)).DistinctBy(i => i.Facts.Text).ToImmutableArray();
        return _offers[contract.Id] = new Offer(
            [.. all.Where(i => !_reserved.Contains((contract.Id, i.Facts.Text)))],
            [.. all.Select(i => i.Facts.Text)],
            Dreams.Vocabulary.Of(contract, [.. all.Select(i => i.Texts)]));
    }

    private sealed record Offer(ImmutableArray<Instance> Instances, HashSet<string> Facts, Vocabulary Vocabulary);
}
