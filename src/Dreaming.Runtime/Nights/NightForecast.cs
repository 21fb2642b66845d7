using System.Collections.Immutable;
using Dreaming.Distillation;

namespace Dreaming.Nights;

/// <summary>What a night would do and cost.</summary>
public sealed record NightForecast
{
    /// <summary>The night.</summary>
    public required string NightId { get; init; }
    /// <summary>Records found.</summary>
    public required int EpisodesRead { get; init; }
    /// <summary>Episodes that may enter dreams.</summary>
    public required int Train { get; init; }
    /// <summary>Episodes that may only gate.</summary>
    public required int HeldOut { get; init; }
    /// <summary>Records that were not taken.</summary>
    public required int Quarantined { get; init; }
    /// <summary>Dreams by family.</summary>
    public required ImmutableSortedDictionary<string, int> Dreams { get; init; }
    /// <summary>Rollouts by stage; those of the repair search are the most it may take, as every failure has a budget.</summary>
    public required ImmutableSortedDictionary<string, int> Rollouts { get; init; }
    /// <summary>Verdicts that a chat model would be asked for; 0 without a judge.</summary>
    public required int JudgeCalls { get; init; }

    internal static NightForecast Of(string id, NightParts parts, NightOptions options, NightPlan plan)
    {
        var measured = plan.Cases.Count(c => c.Group != CaseGroup.Lesson);
        var lessons = plan.Of(CaseGroup.Lesson).Count();
        var judged = parts.Domain.Criteria.Count(c => c.Judge is null);
        return new NightForecast
        {
            NightId = id,
            EpisodesRead = plan.Episodes.Read,
            Train = plan.Curated.Train.Length,
            HeldOut = plan.Curated.HeldOut.Length,
            Quarantined = plan.Quarantined.Length,
            Dreams = plan.Batch.Skeletons.GroupBy(s => s.Family.ToString()!).ToImmutableSortedDictionary(g => g.Key, g => g.Count()),
            Rollouts = ImmutableSortedDictionary<string, int>.Empty
                .Add("before", plan.Cases.Length)
                .Add("practice", lessons * (plan.Curated.Train.Any(e => e.Successful) ? options.Rounds : options.Rounds - 1))
                .Add("repair at most", lessons * options.Rounds * new RepairOptions().MaxRollouts)
                .Add("after", measured),
            JudgeCalls = parts.Judge is null ? 0 : judged * (plan.Cases.Length + measured),
        };
    }
}
