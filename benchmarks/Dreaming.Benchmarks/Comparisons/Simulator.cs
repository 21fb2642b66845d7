using System.Globalization;
using System.Text.Json;
using Dreaming.Benchmarks.Recordings;
using Dreaming.Curation;
using Dreaming.Determinism;
using Dreaming.Gates;
using Dreaming.Simulators;
using OrderDesk;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>Learns the retail tools from the recordings of some tasks and answers the calls of the others.</summary>
public sealed class Simulator : IComparison
{
    private const int Splits = 10;
    private static readonly Seed Worlds = new(0x5151);

    /// <inheritdoc/>
    public string Name => "simulator";

    /// <inheritdoc/>
    public string Question => "Does a simulator that learnt from recordings answer as the recorded shop did, in tasks that it never saw?";

    /// <inheritdoc/>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        if (RetailRecordings.Find() is not { } recordings)
            return await Skipped.WriteAsync(output, Name);

        var simulations = new List<RecordedSimulation>();
        await foreach (var simulation in recordings.ReadAsync(ct))
            simulations.Add(simulation);
        var options = new CurationOptions();
        var (knowledge, asked) = Ask(simulations, options, ct);
        await TableAsync(output, simulations, knowledge, asked);
        await ScrubbedAsync(output, simulations, options, ct);
        await SplitsAsync(output, simulations, options.SplitSeed, ct);
        var answered = asked.Count(c => c.Reply is not null);
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            compare = Name,
            calls = asked.Count,
            answered_share = Share(answered, asked.Count),
            exact_share = Share(asked.Count(c => c.Exact), answered),
            invalid = asked.Count(c => c.Invalid),
            contradictions = asked.Sum(c => c.Contradicted.Count),
        }));
        return 0;
    }

    private static (TraceKnowledge Knowledge, List<SimulatedCall> Asked) Ask(List<RecordedSimulation> simulations, CurationOptions options, CancellationToken ct)
    {
        var curator = new Curator(OrderDeskDomain.Instance, options);
        var knowledge = TraceKnowledge.Learn(OrderDeskDomain.Instance, simulations.Where(s => !curator.IsHeldOut(s.Task)).Select(s => s.Trajectory));
        var asked = new List<SimulatedCall>();
        foreach (var simulation in simulations.Where(s => curator.IsHeldOut(s.Task)))
        {
            ct.ThrowIfCancellationRequested();
            asked.AddRange(SimulatedCalls.Run(knowledge, simulation, Worlds));
        }

        return (knowledge, asked);
    }

    private static async Task TableAsync(TextWriter output, List<RecordedSimulation> simulations, TraceKnowledge knowledge, List<SimulatedCall> asked)
    {
        var heldOut = asked.Select(c => c.Simulation).Distinct().ToList();
        await output.WriteLineAsync(
            $"{knowledge.Recordings} of {simulations.Count} simulations taught, {heldOut.Count} of other tasks asked ({heldOut.Select(s => s.Task).Distinct().Count()} tasks)\n");
        await output.WriteLineAsync($"{"tool",-32} {"calls",6} {"answered",16} {"exact",16}   refused: recorded, simulated, 95 % intervals of the answered calls");
        foreach (var tool in asked.GroupBy(c => c.Call.Tool).OrderBy(g => g.Key, StringComparer.Ordinal))
            await output.WriteLineAsync(Row(tool.Key, [.. tool]));
        await output.WriteLineAsync(Row("all", asked));
        var taught = string.Concat(simulations.Except(heldOut).SelectMany(s => s.Calls).Where(c => !c.IsError).Select(c => c.Content + "\n"));

        await output.WriteLineAsync("\nanswers that differ from the recording:");
        await DifferencesAsync(output, asked);

        await output.WriteLineAsync("\ncalls without an answer, and how many of them name something that no teaching recording shows:");
        foreach (var tool in asked.Where(c => c.Reply is null).GroupBy(c => c.Call.Tool).OrderBy(g => g.Key, StringComparer.Ordinal))
            await output.WriteLineAsync($"  {tool.Key,-32} {tool.Count(),4} {tool.Count(c => NamesTheUnknown(c.Call, taught)),4}");

        var alone = asked.Count(c => !c.Ended && c.Reply is not null);
        var whole = asked.GroupBy(c => c.Simulation).Count(s => s.All(c => c.Reply is not null));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"\nwith no other tier: {whole} of {heldOut.Count} conversations answered to their end, {alone} of {asked.Count} calls before the first without an answer"));
        await output.WriteLineAsync($"the recordings themselves contradict an earlier answer {simulations.Sum(Contradicted)} times");
    }

    private static async Task SplitsAsync(TextWriter output, List<RecordedSimulation> simulations, Seed seed, CancellationToken ct)
    {
        await output.WriteLineAsync($"\n{Splits} other splits of the tasks:");
        for (var i = 0; i < Splits; i++)
        {
            var (_, asked) = Ask(simulations, new CurationOptions { SplitSeed = seed.Derive("split", i) }, ct);
            var answered = asked.Count(c => c.Reply is not null);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"  {asked.Count,5} calls, answered {answered,4} ({Share(answered, asked.Count):0.000}), exact {asked.Count(c => c.Exact),4} ({Share(asked.Count(c => c.Exact), answered):0.000}), invalid {asked.Count(c => c.Invalid)}, contradictions {asked.Sum(c => c.Contradicted.Count)}"));
            await DifferencesAsync(output, asked);
        }
    }

    private static async Task DifferencesAsync(TextWriter output, List<SimulatedCall> asked)
    {
        foreach (var call in asked.Where(c => c.Reply is not null && !c.Exact))
            await output.WriteLineAsync($"    {call.Simulation.File} {call.Simulation.Id} call {call.Call.Index} {call.Call.Tool}: {call.Difference}");
        foreach (var call in asked.Where(c => c.Invalid || c.Contradicted.Count > 0))
            await output.WriteLineAsync($"    BROKEN {call.Simulation.File} {call.Simulation.Id} call {call.Call.Index} {call.Call.Tool}: invalid {call.Invalid}; {string.Join("; ", call.Contradicted)}");
    }

    private static bool NamesTheUnknown(RecordedCall call, string taught)
    {
        using var arguments = JsonDocument.Parse(call.Arguments.Text);
        return arguments.RootElement.EnumerateObject()
            .SelectMany(a => a.Value.ValueKind == JsonValueKind.Array ? a.Value.EnumerateArray().ToArray() : [a.Value])
            .Any(v => v.ValueKind == JsonValueKind.String && !taught.Contains(v.GetString()!, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task ScrubbedAsync(TextWriter output, List<RecordedSimulation> simulations, CurationOptions options, CancellationToken ct)
    {
        var curator = new Curator(OrderDeskDomain.Instance, options);
        var knowledge = TraceKnowledge.Learn(OrderDeskDomain.Instance, simulations.Where(s => !curator.IsHeldOut(s.Task)).Select(ScrubbedRecordings.Scrub));
        var asked = new List<SimulatedCall>();
        foreach (var simulation in simulations.Where(s => curator.IsHeldOut(s.Task)))
        {
            ct.ThrowIfCancellationRequested();
            asked.AddRange(SimulatedCalls.Run(knowledge, ScrubbedRecordings.WithPseudonyms(simulation), Worlds));
        }

        var answered = asked.Where(c => c.Reply is not null).ToList();
        var exact = answered.Count(c => c.Reply!.Value.Refused == c.Call.IsError
            && JsonEquality.Difference(ScrubbedRecordings.Unnumbered(c.Call.Content), ScrubbedRecordings.Unnumbered(c.Reply!.Value.Content)) is null);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"\nlearnt from scrubbed episodes: {asked.Count} calls, answered {answered.Count} ({Share(answered.Count, asked.Count):0.000}), exact but for the numbers of pseudonyms {exact} ({Share(exact, answered.Count):0.000}), invalid {asked.Count(c => c.Invalid)}, contradictions {asked.Sum(c => c.Contradicted.Count)}"));
        foreach (var tool in asked.Where(c => c.Reply is null).GroupBy(c => c.Call.Tool).OrderBy(g => g.Key, StringComparer.Ordinal))
            await output.WriteLineAsync($"  without an answer: {tool.Key,-32} {tool.Count(),4}");
        foreach (var call in asked.Where(c => c.Contradicted.Count > 0))
            await output.WriteLineAsync($"  BROKEN {call.Simulation.Id} call {call.Call.Index} {call.Call.Tool}: {string.Join("; ", call.Contradicted)}");
    }

    private static int Contradicted(RecordedSimulation simulation)
    {
        var reader = new Contradictions();
        return simulation.Calls.Sum(c => OrderDeskDomain.Instance.FindTool(c.Tool) is { } tool ? reader.Read(tool, c.Arguments, c.IsError, c.Content).Count() : 0);
    }

    private static string Row(string name, List<SimulatedCall> calls)
    {
        var answered = calls.Where(c => c.Reply is not null).ToList();
        var exact = answered.Count(c => c.Exact);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-32} {calls.Count,6} {answered.Count,6} {100.0 * answered.Count / calls.Count,8:0.0}% {exact,6} {100.0 * exact / Math.Max(1, answered.Count),8:0.0}%   {Rate(answered.Count(c => c.Call.IsError), answered.Count)} {Rate(answered.Count(c => c.Reply!.Value.Refused), answered.Count)}");
    }

    private static string Rate(int refused, int calls) =>
        Proportions.Wilson(refused, calls) is { } interval ? string.Create(CultureInfo.InvariantCulture, $"{interval.Estimate,5:0.000} [{interval.Low:0.000}, {interval.High:0.000}]") : "none";

    private static double Share(int part, int of) => Math.Round((double)part / Math.Max(1, of), 4);
}
