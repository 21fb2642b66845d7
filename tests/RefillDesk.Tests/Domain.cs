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

    public static Finding Judge(string criterion, object scenario, Pharmacy before, Pharmacy after, Trajectory trajectory)
    {
        var contract = Manifest.Criteria.Single(c => c.Id == criterion);
        return contract.Judge!(new CriterionContext(scenario, before, after, trajectory)).Finding;
    }
}
