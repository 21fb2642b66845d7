using System.Text.Json;
using Dreaming.Agents;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Hunting;
using Dreaming.Users;
using RefillDesk;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>Holds the directed search for failures against dreams in the order in which a night makes them, with the embedded agent and the same number of dreams.</summary>
public sealed class HuntYield : IComparison
{
    private const int Dreams = 120;
    private static readonly ulong[] Seeds = [1, 2, 3, 4, 5, 6, 7];

    /// <inheritdoc/>
    public string Name => "hunt";

    /// <inheritdoc/>
    public string Question => "How many different failures does the directed search find, against as many dreams that are not directed?";

    /// <inheritdoc/>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        var directed = new List<int>();
        var undirected = new List<int>();
        await output.WriteLineAsync($"refill-desk without recordings, the embedded agent, {Dreams} dreams a seed; different failures, none of them shrunk");
        await output.WriteLineAsync($"{"seed",-6} {"directed",10} {"undirected",12}");
        foreach (var seed in Seeds)
        {
            var parts = Parts();
            var report = await new Hunter(parts, new HuntOptions { Seed = seed, Dreams = Dreams, ShrinkRollouts = 0 }).HuntAsync(null, ct);
            directed.Add(report.Failures.Select(f => f.Cluster.Id).Distinct().Count());
            undirected.Add(await UndirectedAsync(parts, new Seed(seed), ct));
            await output.WriteLineAsync($"{seed,-6} {directed[^1],10} {undirected[^1],12}");
        }

        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            compare = Name, dreams = Dreams, seeds = Seeds.Length, directedMedian = Median(directed), undirectedMedian = Median(undirected), wins = directed.Zip(undirected).Count(p => p.First > p.Second),
        }));
        return 0;
    }

    private static async Task<int> UndirectedAsync(HuntParts parts, Seed seed, CancellationToken ct)
    {
        var rehearsals = new Rehearsals(parts);
        var writer = new DreamWriter(parts.Domain);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var skeleton in new Dreamer(parts.Domain, parts.World, new DreamerOptions()).Dream([], Dreams, seed).Skeletons)
            found.UnionWith(FailureCluster.Of(await rehearsals.RunAsync(writer.Write(skeleton, seed), 0, ct), parts.Domain, criteria: false).Select(c => c.Id));
        return found.Count;
    }

    private static HuntParts Parts() => new()
    {
        Domain = RefillDeskDomain.Instance,
        World = RefillDeskDomain.Instance.OpenWorld(WorldOptions.Default),
        Agent = new PolicyAgent(RefillDeskDomain.Instance),
        AgentId = PolicyAgent.ModelId,
        User = new AgendaUser(RefillDeskDomain.Instance),
    };

    private static int Median(List<int> numbers) => numbers.Order().ElementAt(numbers.Count / 2);
}
