using System.Text.Json;
using Dreaming.Benchmarks.Recordings;
using Dreaming.Contracts;
using OrderDesk;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>Asks every invariant of the order desk about every recorded retail simulation, call by call, in the world as it was then.</summary>
public sealed class PolicyBreaks : IComparison
{
    /// <inheritdoc/>
    public string Name => "policy";

    /// <inheritdoc/>
    public string Question => "Which invariants do the recorded agents break, in runs that succeeded and in runs that failed?";

    /// <inheritdoc/>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        if (RetailRecordings.Find() is not { } recordings)
            return await Skipped.WriteAsync(output, Name);

        var options = new WorldOptions { DataPath = recordings.ShopPath };
        var breaks = new SortedDictionary<string, (int Succeeded, int Failed)>(StringComparer.Ordinal);
        var (cleanSuccesses, successes, cleanFailures, failures) = (0, 0, 0, 0);
        await foreach (var simulation in recordings.ReadAsync(ct))
        {
            var broken = Broken(simulation.Trajectory, OrderDeskDomain.Instance, options).ToHashSet(StringComparer.Ordinal);
            var succeeded = simulation.Reward >= 1;
            (successes, failures) = succeeded ? (successes + 1, failures) : (successes, failures + 1);
            if (broken.Count == 0)
                (cleanSuccesses, cleanFailures) = succeeded ? (cleanSuccesses + 1, cleanFailures) : (cleanSuccesses, cleanFailures + 1);
            foreach (var id in broken)
            {
                var (s, f) = breaks.GetValueOrDefault(id);
                breaks[id] = succeeded ? (s + 1, f) : (s, f + 1);
            }
        }

        await output.WriteLineAsync($"{"broken in runs that",-36} {"succeeded",10} {"failed",8}");
        foreach (var (id, (succeeded, failed)) in breaks)
            await output.WriteLineAsync($"{id,-36} {succeeded,10} {failed,8}");
        await output.WriteLineAsync($"{"none broken",-36} {cleanSuccesses + " of " + successes,10} {cleanFailures + " of " + failures,8}");
        await output.WriteLineAsync(JsonSerializer.Serialize(new { compare = Name, successes, cleanSuccesses, failures, cleanFailures }));
        return 0;
    }

    private static IEnumerable<string> Broken(Trajectory t, DomainManifest domain, WorldOptions options)
    {
        var world = domain.OpenWorld(options);
        for (var i = 0; i < t.Events.Length; i++)
        {
            if (t.Events[i] is not ToolCalled called || domain.FindTool(called.Tool) is not { } tool || !tool.Validate(called.Arguments.ToUtf8()))
                continue;
            var call = tool.ReadCall(called.Arguments.ToUtf8());
            var context = new InvariantContext(world, t.Before(i), call);
            foreach (var invariant in domain.Invariants)
                if (invariant.Tool == tool.Name && !invariant.Holds(context))
                    yield return invariant.Id;
            world.Handle(call);
        }

        foreach (var invariant in domain.Invariants)
            if (invariant.Tool is null && !invariant.Holds(new(world, t, null)))
                yield return invariant.Id;
    }
}
