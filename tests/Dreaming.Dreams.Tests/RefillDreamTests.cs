using Dreaming.Determinism;
using RefillDesk;

namespace Dreaming.Dreams.Tests;

/// <summary>Dreams of the default domain.</summary>
public class RefillDreamTests
{
    private static readonly RefillDeskDomain Domain = RefillDeskDomain.Instance;
    private static readonly DreamBatch Batch = new Dreamer(Domain, Domain.OpenWorld(WorldOptions.Default), new DreamerOptions()).Dream([], 300, new Seed(5));

    [Fact]
    public void Every_family_and_every_scenario_is_dreamed()
    {
        Assert.Equal(300, Batch.Skeletons.Length);
        Assert.All(Enum.GetValues<Family>(), f => Assert.InRange(Batch.Skeletons.Count(s => s.Family == f), 50, 70));
        Assert.Equal(Domain.Scenarios.Select(s => s.Id), Batch.Skeletons.Select(s => s.Scenario).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_candidate_is_turned_down_for_a_fault_of_the_domain() =>
        Assert.Empty(Batch.Rejected.Keys.Intersect(["counterfactual-throws", "success-throws", "facts-do-not-round-trip", "value-outside-contract", "achieved-by-silence"]));

    [Fact]
    public void Nothing_is_given_away_by_any_opening()
    {
        var writer = new DreamWriter(Domain);
        Assert.All(Batch.Skeletons, s => Assert.Empty(DreamAudit.Check(writer.Write(s, new Seed(6)), Domain)));
    }
}
