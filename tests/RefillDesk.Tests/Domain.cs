namespace RefillDesk.Tests;

/// <summary>Short ways into the domain.</summary>
internal static class Domain
{
    public static DomainManifest Manifest => RefillDeskDomain.Instance;

    public static Pharmacy Open() => Pharmacy.Open(WorldOptions.Default);

    public static TheoryData<string> Scenarios => [.. Manifest.Scenarios.Select(s => s.Id)];

    public static bool Holds(string invariant, Pharmacy world, Trajectory trajectory, object? call = null)
    {
        var contract = Manifest.Invariants.Single(i => i.Id == invariant);
        return contract.Holds(new InvariantContext(world, trajectory, call));
    }

    /// <summary>The temporal constraints that are violated when a conversation ends so.</summary>
    public static IReadOnlyCollection<string> Broken(Trajectory trajectory)
    {
        var program = PolicyProgram.Of(Manifest);
        var monitor = program.Start();
        foreach (var (happened, _) in PolicyTrace.Of(Manifest, trajectory))
            monitor.Observe(happened);
        return [.. program.Constraints.Where((_, i) => monitor.VerdictOf(i) is RvVerdict.PermanentlyViolated or RvVerdict.TemporarilyViolated).Select(c => c.Id)];
    }

    public static Finding Judge(string criterion, object scenario, Pharmacy before, Pharmacy after, Trajectory trajectory)
    {
        var contract = Manifest.Criteria.Single(c => c.Id == criterion);
        return contract.Judge!(new CriterionContext(scenario, before, after, trajectory)).Finding;
    }
}
