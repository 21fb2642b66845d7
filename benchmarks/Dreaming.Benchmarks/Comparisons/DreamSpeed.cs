using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dreaming.Benchmarks.Dreams;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;
using RefillDesk;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>How many valid and different dreams are made a second, next to FsCheck's generators in front of the same check.</summary>
public sealed class DreamSpeed : IComparison
{
    private const int Batches = 5;
    private const int Wanted = 5_000;
    private const int Tries = 5_000;

    /// <inheritdoc/>
    public string Name => "dreams";

    /// <inheritdoc/>
    public string Question => "How many valid, different dreams a second, and next to FsCheck generating the same records?";

    /// <inheritdoc/>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        var domain = RefillDeskDomain.Instance;
        var root = domain.OpenWorld(WorldOptions.Default);
        FsCheckKnows[] kinds = [FsCheckKnows.Contracts, FsCheckKnows.Values, FsCheckKnows.Instances];
        var ours = new Tally();
        var theirs = kinds.ToDictionary(k => k, _ => new Tally());
        Ours(domain, root, 500, 0);
        foreach (var kind in kinds)
            new FsCheckDreams(domain, root, kind).Run(200, 99);

        // The batches take turns, so that what else the machine does meets all; each begins with nothing looked up, as a night does.
        for (var batch = 0; batch < Batches; batch++)
        {
            ct.ThrowIfCancellationRequested();
            ours.Add(() => Ours(domain, root, Wanted, (ulong)batch + 1));
            foreach (var kind in kinds)
                theirs[kind].Add(() => (new FsCheckDreams(domain, root, kind).Run(Tries, (ulong)batch + 1), Tries));
        }

        await output.WriteLineAsync($"RefillDesk without episodes, {Batches} batches in turn, medians; {Environment.ProcessorCount} processors. Every dream was checked against contracts, world and words, is new in its batch, and is written.");
        await WriteAsync(output, "Dreamer and DreamWriter", ours);
        await WriteAsync(output, "FsCheck, knows each slot's contract", theirs[FsCheckKnows.Contracts]);
        await WriteAsync(output, "FsCheck, knows each slot's values", theirs[FsCheckKnows.Values]);
        await WriteAsync(output, "FsCheck, knows whole instances", theirs[FsCheckKnows.Instances]);
        await output.WriteLineAsync("FsCheck's candidates pass the same check and the same writer. The ratio is to FsCheck that knows each slot's values, which is more than the record and its constraints say; where it");
        await output.WriteLineAsync("found nothing, at least the ratio to three valid ones in all its tries (95 % bound). Given whole instances, FsCheck has what our sampler departs from, and the operators as well.");
        var constrained = theirs[FsCheckKnows.Values];
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            compare = Name,
            per_second = Math.Round(ours.PerSecond),
            fscheck_ratio = Math.Round(ours.PerSecond / constrained.AtMost, 1),
            fscheck_ratio_is_lower_bound = constrained.Valid == 0,
            fscheck_given_instances_ratio = Math.Round(ours.PerSecond / theirs[FsCheckKnows.Instances].PerSecond, 2),
            rejected_share = Math.Round(ours.RejectedShare, 3),
        }));
        return 0;
    }

    private static (int Valid, int Tried) Ours(DomainManifest domain, IWorld root, int count, ulong seed)
    {
        var batch = new Dreamer(domain, root, new DreamerOptions()).Dream([], count, new Seed(seed));
        var writer = new DreamWriter(domain);
        var written = batch.Skeletons.Select(s => writer.Write(s, new Seed(seed)).Id).ToHashSet(StringComparer.Ordinal);
        return (written.Count, batch.Skeletons.Length + batch.Rejected.Values.Sum());
    }

    private static Task WriteAsync(TextWriter output, string name, Tally tally) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"  {name,-36} {tally.PerSecond,9:N0} dreams/s, {tally.Valid:N0} of {tally.Tried:N0} candidates valid and new ({tally.RejectedShare:P1} rejected)"));

    private sealed class Tally
    {
        private readonly List<double> _rates = [];
        private double _seconds;

        public int Valid { get; private set; }

        public int Tried { get; private set; }

        public double PerSecond => _rates.Order().ElementAt(_rates.Count / 2);

        /// <summary>The rate, or where nothing was found its 95 % bound by the rule of three.</summary>
        public double AtMost => Valid > 0 ? Valid / _seconds : 3 / _seconds;

        public double RejectedShare => 1 - ((double)Valid / Tried);

        public void Add(Func<(int Valid, int Tried)> work)
        {
            var watch = Stopwatch.StartNew();
            var (valid, tried) = work();
            var seconds = watch.Elapsed.TotalSeconds;
            (Valid, Tried, _seconds) = (Valid + valid, Tried + tried, _seconds + seconds);
            _rates.Add(valid / seconds);
        }
    }
}
