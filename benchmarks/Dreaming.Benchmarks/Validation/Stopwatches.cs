using System.Diagnostics;
using Dreaming.Benchmarks.Documents;

namespace Dreaming.Benchmarks.Validation;

/// <summary>Times contenders side by side: each round gives each of them a turn. A busy machine can only add to a time, so that the shortest counts.</summary>
internal static class Stopwatches
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<Timing> Run(IReadOnlyList<Document> documents, IReadOnlyList<Contender> contenders, int rounds, TimeSpan turn, CancellationToken ct)
    {
        var passes = contenders.Select(c => Passes(documents, c, turn)).ToArray();
        var times = contenders.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds; round++)
            for (var turnOf = 0; turnOf < contenders.Count; turnOf++)
            {
                // There and back again: who comes first finds colder caches.
                var i = round % 2 == 0 ? turnOf : contenders.Count - 1 - turnOf;
                ct.ThrowIfCancellationRequested();
                var began = Stopwatch.GetTimestamp();
                for (var pass = 0; pass < passes[i]; pass++)
                    Pass(documents, contenders[i]);
                times[i].Add(Stopwatch.GetElapsedTime(began).TotalNanoseconds / passes[i] / documents.Count);
            }

        return [.. contenders.Select((c, i) => new Timing(c.Name, times[i], Bytes(documents, c), documents.Count(c.Accepts)))];
    }

    /// <summary>The middle value.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    // As many passes as fill a turn, counted while it warms up.
    private static int Passes(IReadOnlyList<Document> documents, Contender contender, TimeSpan turn)
    {
        if (turn == TimeSpan.Zero)
        {
            Pass(documents, contender);
            return 1;
        }

        var began = Stopwatch.GetTimestamp();
        var passes = 0;
        while (Stopwatch.GetElapsedTime(began) < WarmUp)
        {
            Pass(documents, contender);
            passes++;
        }

        return Math.Max(1, (int)(passes * (turn / WarmUp)));
    }

    private static double Bytes(IReadOnlyList<Document> documents, Contender contender)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass(documents, contender);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / documents.Count;
    }

    private static void Pass(IReadOnlyList<Document> documents, Contender contender)
    {
        for (var i = 0; i < documents.Count; i++)
            contender.Accepts(documents[i]);
    }
}
