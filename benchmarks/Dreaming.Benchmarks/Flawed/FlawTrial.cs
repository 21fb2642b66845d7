using System.Collections.Immutable;
using Dreaming.Flaws;
using Dreaming.Flaws.Trials;

namespace Dreaming.Benchmarks.Flawed;

/// <summary>What the searches came to with one flawed agent, seed by seed.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Findings">By search, in the order in which they were given, and by seed.</param>
internal sealed record FlawTrial(IFlawedAgent Agent, ImmutableArray<ImmutableArray<FirstFinding>> Findings)
{
    public string Name => Agent.GetType().Name;

    /// <summary>Tries all searches on all agents. Agents run side by side; the results stand in their order.</summary>
    public static async Task<ImmutableArray<FlawTrial>> RunAsync(ImmutableArray<IFlawedAgent> agents, ImmutableArray<IFlawSearch> searches, int seeds, int budget, CancellationToken ct)
    {
        var trials = new FlawTrial[agents.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, agents.Length), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct }, async (i, stop) =>
        {
            var bySearch = ImmutableArray.CreateBuilder<ImmutableArray<FirstFinding>>();
            foreach (var search in searches)
            {
                var bySeed = ImmutableArray.CreateBuilder<FirstFinding>(seeds);
                for (var seed = 1; seed <= seeds; seed++)
                    bySeed.Add(await search.SearchAsync(agents[i], (ulong)seed, budget, stop));
                bySearch.Add(bySeed.ToImmutable());
            }

            trials[i] = new(agents[i], bySearch.ToImmutable());
        });
        return [.. trials];
    }

    /// <summary>The share of seeds with which a search found the flaw.</summary>
    public double FoundShare(int search) => Findings[search].Average(f => f.Found ? 1.0 : 0.0);

    /// <summary>The median number of dreams to the first finding; a search that found nothing counts with all that it ran.</summary>
    public double MedianDreams(int search) => Median(Findings[search].Select(f => (double)f.Dreams));

    /// <summary>The middle of numbers; of an even count, what lies between the two in the middle; null of none.</summary>
    public static double? MedianOrNull(IEnumerable<double> numbers) => numbers.Order().ToArray() is { Length: > 0 } sorted ? (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2 : null;

    /// <summary>The middle of at least one number.</summary>
    public static double Median(IEnumerable<double> numbers) => MedianOrNull(numbers) ?? throw new ArgumentException("There is no middle of nothing.", nameof(numbers));
}
