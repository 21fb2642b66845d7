using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams.Families;

namespace Dreaming.Dreams;

/// <summary>Draws skeletons, family by family, until there are enough or nothing new is left.</summary>
internal sealed class DreamSampler(DomainManifest domain, InstancePool pool, SkeletonCheck check, DreamerOptions options, IReadOnlyDictionary<string, ImmutableArray<ToolContract>> called)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _rejected = new(StringComparer.Ordinal);

    /// <summary>What was drawn and turned down so far, by reason.</summary>
    public ImmutableSortedDictionary<string, int> Rejected => _rejected.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public void Reject(string reason, int times = 1) => _rejected[reason] = _rejected.GetValueOrDefault(reason) + times;

    /// <summary>Draws.</summary>
    /// <param name="seeds">What to depart from.</param>
    /// <param name="families">The families, which take turns.</param>
    /// <param name="tools">The tools that may fail where no episode says which were called.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">Decides everything.</param>
    public IEnumerable<Skeleton> Draw(IEnumerable<Skeleton> seeds, IReadOnlyList<IFamily> families, ImmutableArray<ToolContract> tools, int count, Seed seed)
    {
        var byScenario = seeds.GroupBy(s => s.Scenario, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        var active = byScenario.Length == 0 ? [] : families.ToList();
        var attempts = active.ToDictionary(f => f.Family, _ => 0);
        for (var turn = 0; count > 0 && active.Count > 0; turn++)
        {
            var family = active[turn % active.Count];
            if (Next(family) is { } skeleton)
            {
                count--;
                yield return skeleton;
            }
            else
            {
                active.Remove(family);
            }
        }

        Skeleton? Next(IFamily family)
        {
            for (var failed = 0; failed < options.Patience; failed++)
            {
                var random = seed.Derive(family.Family.ToString(), attempts[family.Family]++).ToRandom();
                var from = random.Pick(random.Pick(byScenario));
                if (random.Chance(options.ComposeProbability + ((double)failed / options.Patience)))
                    from = Step(random.Pick([.. All.Where(f => f.Family != family.Family)]), from, tools, random) ?? from;
                if (Accepted(Step(family, from, tools, random)) is { } skeleton)
                    return skeleton with { Family = family.Family };
            }

            return null;
        }
    }

    /// <summary>The five families.</summary>
    public static ImmutableArray<IFamily> All { get; } = [new IntentVariations(), new AmbiguityForks(), new Counterfactuals(), new Failures(), new EdgeCases()];

    private Skeleton? Step(IFamily family, Skeleton from, ImmutableArray<ToolContract> tools, SeededRandom random)
    {
        var contract = domain.FindScenario(from.Scenario)!;
        var failing = from.EpisodeId is { } episode && called.TryGetValue(episode, out var used) ? used : tools;
        return family.Vary(new Departure(from, contract, pool.Instances(contract), failing), random);
    }

    private Skeleton? Accepted(Skeleton? skeleton)
    {
        var reason = skeleton is null ? "not-applicable" : _seen.Contains(skeleton.Id) ? "duplicate" : check.Refusal(skeleton);
        if (reason is null)
        {
            _seen.Add(skeleton!.Id);
            return skeleton;
        }

        Reject(reason);
        return null;
    }
}
