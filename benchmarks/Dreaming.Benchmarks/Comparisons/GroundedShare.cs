using System.Globalization;
using System.Text.Json;
using Dreaming.Benchmarks.Recordings;
using OrderDesk;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>Reads every recorded retail simulation as a scenario of the order desk.</summary>
public sealed class GroundedShare : IComparison
{
    /// <inheritdoc/>
    public string Name => "grounding";

    /// <inheritdoc/>
    public string Question => "Which share of the recorded simulations is a scenario of the order desk?";

    /// <inheritdoc/>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        if (RetailRecordings.Find() is not { } recordings)
            return await Skipped.WriteAsync(output, Name);

        var domain = OrderDeskDomain.Instance;
        var world = domain.OpenWorld(new() { DataPath = recordings.ShopPath });
        var scenarios = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (simulations, grounded, ambiguous) = (0, 0, 0);
        await foreach (var simulation in recordings.ReadAsync(ct))
        {
            simulations++;
            var readAs = domain.Scenarios.Where(s => s.Ground(simulation.Trajectory, world) is not null).Select(s => s.Id).ToArray();
            grounded += readAs.Length > 0 ? 1 : 0;
            ambiguous += readAs.Length > 1 ? 1 : 0;
            foreach (var id in readAs)
                scenarios[id] = scenarios.GetValueOrDefault(id) + 1;
            if (readAs.Length == 0)
                await output.WriteLineAsync($"no scenario: {simulation.File} {simulation.Id}");
        }

        foreach (var (id, count) in scenarios)
            await output.WriteLineAsync($"{id,-28} {count,6}");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{"grounded",-28} {grounded,6} of {simulations}, read as more than one: {ambiguous}"));
        await output.WriteLineAsync(JsonSerializer.Serialize(new { compare = Name, simulations, grounded, ambiguous, share = Math.Round((double)grounded / Math.Max(1, simulations), 4) }));
        return 0;
    }
}
