using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dreaming.Benchmarks.Rollouts;
using Dreaming.Journals;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>How many rollouts a machine runs and judges, and what one costs while it waits for a model.</summary>
public sealed class RolloutSpeed : IComparison
{
    private const int Batches = 5;
    private const int InFlight = 1_000;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    public string Name => "rollouts";

    /// <inheritdoc/>
    public string Question => "How many rollouts a second, with and without the journal, and how near to the ideal when models take half a second?";

    /// <inheritdoc/>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        var processors = Environment.ProcessorCount;
        var load = new RolloutLoad(TimeSpan.Zero);
        await output.WriteLineAsync($"RefillDesk, repeats that are due, {load.Dreams} dreams; a scripted agent without latency; every rollout judged by the whole policy and rubric; {processors} processors");
        await load.RunAsync(6_000, processors, null, ct);

        // The batches take turns, so that what else the machine does meets both; the best of each is what the code can do.
        var (free, durable, bytes, busy, busyDurable) = (0.0, 0.0, 0L, double.MaxValue, double.MaxValue);
        for (var batch = 0; batch < Batches; batch++)
        {
            const int count = 4_000;
            var (allocated, worked) = (GC.GetTotalAllocatedBytes(true), Environment.CpuUsage.TotalTime);
            free = Math.Max(free, await RateAsync(() => load.RunAsync(count, processors, null, ct), count));
            busy = Math.Min(busy, (Environment.CpuUsage.TotalTime - worked).TotalMicroseconds / count);
            bytes = (GC.GetTotalAllocatedBytes(true) - allocated) / count;
            worked = Environment.CpuUsage.TotalTime;
            durable = Math.Max(durable, await DurableRateAsync(load, count, processors, ct));
            busyDurable = Math.Min(busyDurable, (Environment.CpuUsage.TotalTime - worked).TotalMicroseconds / count);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"without a journal {free,10:N0} rollouts/s, {bytes:N0} bytes allocated and {busy:N0} µs of processor time a rollout"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"with the journal  {durable,10:N0} rollouts/s, each on disk before it counts, {busyDurable:N0} µs of processor time a rollout"));

        var (efficiency, inFlight, steps) = await UnderLatencyAsync(ct);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{InFlight:N0} at once, {Latency.TotalMilliseconds:N0} ms an answer, {steps} answers: {efficiency:P1} of the ideal, {inFlight:N0} bytes a rollout in flight"));
        var promptfoo = await Promptfoo.RateAsync(output, ct);
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            compare = Name,
            per_second = Math.Round(free),
            per_second_durable = Math.Round(durable),
            latency_efficiency = Math.Round(efficiency, 4),
            bytes_in_flight = inFlight,
            promptfoo_per_second = promptfoo,
        }));
        return 0;
    }

    private static async Task<double> RateAsync(Func<Task> work, int count)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> DurableRateAsync(RolloutLoad load, int count, int processors, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("dreaming-rollouts-");
        try
        {
            await using var journal = await Journal.OpenAsync(Path.Combine(folder.FullName, "speed.db"), ct);
            await using var log = await journal.BeginAsync("speed", "speed", 1, "scripted", DateTimeOffset.UnixEpoch, ct);
            return await RateAsync(() => load.RunAsync(count, processors, log, ct), count);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    // The ideal is what the answers alone take, one after the other, all rollouts side by side.
    private static async Task<(double Efficiency, long Bytes, int Steps)> UnderLatencyAsync(CancellationToken ct)
    {
        var load = new RolloutLoad(Latency);
        await load.RunAsync(50, 50, null, ct);
        var before = Live();
        var running = load.RunAsync(InFlight, InFlight, null, ct);
        await Task.Delay(Latency * (load.Steps / 2.0), ct);
        var during = Live();
        await running;

        // What weighs the heap stops everything: the time is taken of another run.
        var watch = Stopwatch.StartNew();
        await load.RunAsync(InFlight, InFlight, null, ct);
        return (Latency * load.Steps / watch.Elapsed, (during - before) / InFlight, load.Steps);
    }

    private static long Live()
    {
        GC.Collect(2, GCCollectionMode.Forced, true);
        return GC.GetTotalMemory(false);
    }
}
