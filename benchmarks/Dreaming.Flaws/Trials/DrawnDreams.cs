using System.Collections.Concurrent;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Microsoft.Extensions.AI;

namespace Dreaming.Flaws.Trials;

/// <summary>Runs an agent in dreams that were drawn beforehand, whatever it does in them.</summary>
/// <param name="name">What it is called.</param>
/// <param name="rehearsal">Runs and judges.</param>
/// <param name="draw">Draws as many skeletons, by a seed.</param>
public sealed class DrawnDreams(string name, Rehearsal rehearsal, Func<int, Seed, ImmutableArray<Skeleton>> draw) : IFlawSearch
{
    private readonly ConcurrentDictionary<(ulong, int), Lazy<ImmutableArray<Dream>>> _drawn = new();

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>Dreams as they come: the families take turns, their steps and the instances are drawn at random.</summary>
    /// <param name="rehearsal">Runs and judges.</param>
    public static DrawnDreams Uniform(Rehearsal rehearsal) =>
        new("uniform", rehearsal, (count, seed) => new Dreamer(rehearsal.Domain, rehearsal.World, new DreamerOptions()).Dream([], count, seed).Skeletons);

    /// <summary>The same wishes in other words: other openings, slips of the keyboard, other forms of values, and nothing else.</summary>
    /// <param name="rehearsal">Runs and judges.</param>
    public static DrawnDreams Rewording(Rehearsal rehearsal)
    {
        // About one dream in two of these families is a rewording.
        const int surplus = 4;
        var options = new DreamerOptions { Families = [Family.IntentVariation, Family.EdgeCase], ComposeProbability = 0 };
        return new("rewording", rehearsal, (count, seed) =>
        [
            .. new Dreamer(rehearsal.Domain, rehearsal.World, options).Dream([], count * surplus, seed).Skeletons
                .Where(s => s.Operators.All(o => o is OtherWords or Noise or OtherFormat))
                .Take(count),
        ]);
    }

    /// <summary>The dreams that belong to a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="count">How many.</param>
    public ImmutableArray<Dream> Dreams(ulong seed, int count) =>
        _drawn.GetOrAdd((seed, count), key => new(() => [.. draw(key.Item2, new Seed(key.Item1)).Select(s => rehearsal.Write(s, new Seed(key.Item1)))])).Value;

    /// <inheritdoc/>
    public async Task<FirstFinding> SearchAsync(IChatClient agent, ulong seed, int budget, CancellationToken cancellationToken)
    {
        var run = 0;
        foreach (var dream in Dreams(seed, budget))
        {
            run++;
            if ((await rehearsal.RunAsync(dream, agent, 0, cancellationToken)).Scorecard.Passed == false && await rehearsal.IsFairAsync(dream, cancellationToken))
                return new(true, run);
        }

        return new(false, run);
    }
}
