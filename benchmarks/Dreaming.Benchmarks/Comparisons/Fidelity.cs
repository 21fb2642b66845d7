using System.Globalization;
using System.Text.Json;
using Dreaming.Benchmarks.Recordings;
using OrderDesk;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>Replays every recorded retail call in the order desk's sandbox and compares the answers.</summary>
public sealed class Fidelity : IComparison
{
    /// <inheritdoc/>
    public string Name => "fidelity";

    /// <inheritdoc/>
    public string Question => "Does the order desk's sandbox answer as the recorded shop did?";

    /// <inheritdoc/>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        if (RetailRecordings.Find() is not { } recordings)
            return await Skipped.WriteAsync(output, Name);

        var replay = new Replay(OrderDeskDomain.Instance, new() { DataPath = recordings.ShopPath });
        var tools = new SortedDictionary<string, (int Calls, int Equal)>(StringComparer.Ordinal);
        var exceptions = new List<string>();
        var (simulations, successes, refusals) = (0, 0, 0);
        await foreach (var simulation in recordings.ReadAsync(ct))
        {
            simulations++;
            successes += simulation.Reward >= 1 ? 1 : 0;
            foreach (var replayed in replay.Run(simulation))
            {
                var tool = replayed.Call.Tool;
                var (calls, equal) = tools.GetValueOrDefault(tool);
                tools[tool] = (calls + 1, equal + (replayed.Equal ? 1 : 0));
                refusals += replayed.Call.IsError ? 1 : 0;
                if (!replayed.Equal)
                    exceptions.Add($"{simulation.File} {simulation.Id} call {replayed.Call.Index} {tool}: {replayed.Cause}");
            }
        }

        var total = tools.Values.Sum(t => t.Calls);
        var same = tools.Values.Sum(t => t.Equal);
        await output.WriteLineAsync($"{simulations} simulations ({successes} with reward 1), {total} calls, {refusals} of them refused\n");
        await output.WriteLineAsync($"{"tool",-32} {"calls",6} {"equal",6} {"share",8}");
        foreach (var (tool, (calls, equal)) in tools)
            await output.WriteLineAsync(Row(tool, calls, equal));
        await output.WriteLineAsync(Row("all", total, same));
        await output.WriteLineAsync();
        foreach (var exception in exceptions)
            await output.WriteLineAsync(exception);
        await output.WriteLineAsync(JsonSerializer.Serialize(new { compare = Name, calls = total, equal = same, share = Math.Round((double)same / Math.Max(1, total), 4) }));
        return 0;
    }

    private static string Row(string name, int calls, int equal) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-32} {calls,6} {equal,6} {100.0 * equal / Math.Max(1, calls),7:0.0}%");
}
