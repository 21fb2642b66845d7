using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dreaming.Automata;
using Dreaming.Benchmarks.RandomPolicies;
using Dreaming.Benchmarks.Validation;
using Dreaming.Contracts;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>Times what a policy costs the compiler, and what it costs a conversation at each event, next to plain predicates over the whole trajectory.</summary>
public sealed class Policies : IComparison
{
    private const int Tools = 20;
    private const int Sets = 300;
    private const int Events = 4_096;
    private const int Rounds = 101;
    private const int LiveKeys = 1_000;
    private const int TraceLength = 30;

    /// <inheritdoc/>
    public string Name => "policies";

    /// <inheritdoc/>
    public string Question => "What does a temporal policy cost a build, and an event of a conversation, next to plain predicates?";

    /// <inheritdoc/>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        await output.WriteLineAsync($"Compile-time check of {Sets} random policies, {Tools} tools and 40 constraints: contradiction, dead tools, redundancy.");
        var check = await CheckAsync("as drawn", mild: false, output, ct);
        await CheckAsync("fewer demands, no Init and End", mild: true, output, ct);

        var (step100, bytes100) = Step(RandomPolicy.Next(new(1), Tools, 100), 1);
        var (step1000, bytes1000) = Step(RandomPolicy.Next(new(2), Tools, 1_000), 1);
        var correlated = RandomPolicy.Next(new(3), Tools, 100, plain: true, key: "key");
        var (keyed, keyedBytes) = Step(correlated, LiveKeys);
        var concerned = correlated.Model.Constraints.Sum(c => c.Atoms.Length) / (double)Tools;
        await output.WriteLineAsync(Text($"An event for 100 constraints {step100:0.0} ns, for 1,000 {step1000:0.0} ns; for 100 correlated ones over {LiveKeys} values {keyed:0.0} ns, {keyed / concerned:0.0} ns for each of the {concerned:0.0} concerned. Bytes an event: {bytes100:0.000}, {bytes1000:0.000}, {keyedBytes:0.000}."));

        var (without, with, events, found) = Doomed();
        await output.WriteLineAsync(Text($"Allowed conversations of a policy of 15 constraints: {without:0.0} ns an event, with the search for doom {with:0.0} ns ({events} events, {found} searches without a proof)."));

        var (predicates, monitored) = Predicates();
        await output.WriteLineAsync(Text($"100 constraints over conversations of {TraceLength} calls: {monitored:0.0} ns an event; as plain predicates over the whole trajectory {predicates:0.0} ns."));
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            compare = Name,
            check_ms_median = Math.Round(check.Median, 2),
            check_ms_p95 = Math.Round(check.Late, 2),
            step100_ns = Math.Round(step100, 1),
            step1000_ns = Math.Round(step1000, 1),
            keyed_ns = Math.Round(keyed / concerned, 1),
            bytes_per_event = Math.Round(Math.Max(bytes100, Math.Max(bytes1000, keyedBytes)), 3),
            predicate_ratio = Math.Round(predicates / monitored, 1),
        }));
        return 0;
    }

    private static async Task<(double Median, double Late)> CheckAsync(string label, bool mild, TextWriter output, CancellationToken ct)
    {
        var random = new Random(7);
        var (times, findings) = (new List<double>(), new List<PolicyFindings>());
        for (var set = -60; set < Sets; set++)
        {
            var model = RandomPolicy.Next(random, Tools, 40, mild).Model;
            var began = Stopwatch.GetTimestamp();
            var found = PolicyAnalysis.Of(model, AnalysisLimits.Default, ct);
            if (set < 0)
                continue;
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            findings.Add(found);
        }

        times.Sort();
        var (median, late) = (Stopwatches.Median(times), times[(int)(Sets * 0.95)]);
        await output.WriteLineAsync(Text($"  {label,-32} median {median:0.00} ms, 95th percentile {late:0.00} ms, longest {times[^1]:0.0} ms; {findings.Count(f => f.Satisfiable == Answer.No)} contradictory, {findings.Count(f => f.Satisfiable == Answer.NotProven)} not proven; of the others {findings.Count(f => f.Satisfiable == Answer.Yes && f.ToolsNotProven.Count + f.ConstraintsNotProven.Count > 0)} in part not proven"));
        return (median, late);
    }

    private static (double Nanoseconds, double Bytes) Step(RandomPolicy policy, int keys)
    {
        var random = new Random(5);
        var monitor = policy.Program().Start();
        var values = Enumerable.Range(0, keys).Select(i => "PT-" + (100_000 + i).ToString(CultureInfo.InvariantCulture)).ToArray();
        foreach (var value in values)
            foreach (var tool in policy.Model.Tools)
                monitor.Observe(PolicyEvent.OfCall(tool, value, true));
        var events = Enumerable.Range(0, Events)
            .Select(_ => PolicyEvent.OfCall(policy.Model.Tools[random.Next(Tools)], values[random.Next(keys)], random.Next(4) > 0))
            .ToArray();
        // A conversation begins anew where its values need not be learnt, so that not everything is decided long since.
        var length = keys == 1 ? TraceLength : Events;
        return Measure(() =>
        {
            for (var at = 0; at < events.Length; at++)
            {
                if (keys == 1 && at % length == 0)
                    monitor.Reset();
                monitor.Observe(events[at]);
            }
        });
    }

    private static (double Without, double With, int Events, int NotProven) Doomed()
    {
        var random = new Random(9);
        var traces = new List<(PolicyMonitor Monitor, PolicyEvent[] Events)>();
        while (traces.Count < 50)
        {
            var policy = RandomPolicy.Next(random, 8, 15, mild: true);
            if (PolicyAnalysis.Of(policy.Model, AnalysisLimits.Default, default).Satisfiable != Answer.Yes)
                continue;
            var monitor = policy.Program().Start();
            var events = new List<PolicyEvent> { PolicyEvent.OfUserTurn("Hello") };
            monitor.Observe(events[0]);
            for (var attempt = 0; attempt < 200 && events.Count < TraceLength; attempt++)
            {
                var e = PolicyEvent.OfCall(policy.Model.Tools[random.Next(8)], attempt % 2 == 0 ? "even" : "odd", true);
                if (monitor.Peek(e).IsRefused)
                    continue;
                events.Add(e);
                monitor.Observe(e);
            }

            traces.Add((monitor, [.. events]));
        }

        var (total, notProven) = (traces.Sum(t => t.Events.Length), 0);
        var without = Measure(() => Walk(false)).Nanoseconds * Events / total;
        var with = Measure(() => Walk(true)).Nanoseconds * Events / total;
        notProven = 0;
        Walk(true);
        return (without, with, total, notProven);

        void Walk(bool search)
        {
            foreach (var (monitor, events) in traces)
            {
                monitor.Reset();
                foreach (var e in events)
                {
                    monitor.Observe(e);
                    if (search && monitor.FindDoom().Answer == Doom.NotProven)
                        notProven++;
                }
            }
        }
    }

    private static (double Predicates, double Monitored) Predicates()
    {
        var policy = RandomPolicy.Next(new(4), Tools, 100, plain: true);
        var random = new Random(6);
        var predicates = policy.Model.Constraints
            .Select((c, at) => PlainPredicates.Of(policy.Templates[at].Name, policy.Templates[at].Count, c.Atoms[0].Events[0], c.Atoms[^1].Events[0]))
            .ToArray();
        var traces = Enumerable.Range(0, Events / TraceLength).Select(_ => Enumerable.Range(0, TraceLength).Select(_ => policy.Model.Tools[random.Next(Tools)]).ToArray()).ToArray();
        var total = traces.Length * TraceLength;
        var monitor = policy.Program().Start();
        var met = new List<string>();
        var monitored = Measure(() =>
        {
            foreach (var trace in traces)
            {
                monitor.Reset();
                foreach (var tool in trace)
                    monitor.Observe(PolicyEvent.OfCall(tool, tool, true));
            }
        });

        // One round of the predicates takes as long as many of the monitor's.
        var times = new List<double>();
        for (var round = 0; round < 7; round++)
        {
            var began = Stopwatch.GetTimestamp();
            foreach (var trace in traces)
            {
                met.Clear();
                foreach (var tool in trace)
                {
                    met.Add(tool);
                    foreach (var predicate in predicates)
                        predicate(met);
                }
            }

            times.Add(Stopwatch.GetElapsedTime(began).TotalNanoseconds / total);
        }

        return (Stopwatches.Median(times), monitored.Nanoseconds * Events / total);
    }

    // Per event, where a pass has as many as there are events.
    private static (double Nanoseconds, double Bytes) Measure(Action pass)
    {
        var warming = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(warming) < TimeSpan.FromSeconds(1))
            pass();
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            pass();
            times.Add(Stopwatch.GetElapsedTime(began).TotalNanoseconds / Events);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        pass();
        var bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Events;
        return (Stopwatches.Median(times), bytes);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
