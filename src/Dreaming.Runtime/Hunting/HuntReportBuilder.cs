using System.Collections.Immutable;
using System.Globalization;

namespace Dreaming.Hunting;

/// <summary>Tells what a hunt came to, and what it did not do.</summary>
internal static class HuntReportBuilder
{
    public static HuntReport Of(HuntParts parts, HuntOptions options, HuntingGround ground, HuntState state, ImmutableArray<HuntedFailure> failures, string ended)
    {
        var unjudged = state.Unjudged.Values.Sum();
        return new HuntReport
        {
            Domain = parts.Domain.Name,
            ContractHash = parts.Domain.ContractHash,
            Agent = parts.AgentId,
            Seed = options.Seed,
            Dreams = state.Dreams,
            FromEpisodes = state.FromEpisodes,
            Passed = state.Dreams - unjudged - state.Failed,
            Failed = state.Failed,
            Unjudged = state.Unjudged.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Failures = failures,
            Scenarios = state.Scenarios.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Coverage = state.Coverage.Totals(),
            ShrinkRollouts = failures.Sum(f => f.Shrunk.Rollouts),
            Ended = ended,
            NotDone = [.. NotDone(parts, options, ground, state, failures)],
        };
    }

    private static IEnumerable<string> NotDone(HuntParts parts, HuntOptions options, HuntingGround ground, HuntState state, ImmutableArray<HuntedFailure> failures)
    {
        if (ground.Recordings == 0)
            yield return $"No episodes were given: every dream comes from the scenarios of {parts.Domain.Name} alone.";
        else if (ground.Recorded.IsEmpty)
            yield return $"None of the {Whole(ground.Recordings)} recordings is one of a scenario of {parts.Domain.Name}: every dream comes from the scenarios alone.";
        else if (ground.Recorded.Length < ground.Recordings)
            yield return $"{Whole(ground.Recordings - ground.Recorded.Length)} of {Whole(ground.Recordings)} recordings were not departed from: they could not be read, were recorded twice or under another contract, or no scenario recognises them.";
        if (state.Dreams < options.Dreams)
            yield return $"{Whole(options.Dreams - state.Dreams)} of {Whole(options.Dreams)} dreams were not run.";
        if (state.Unjudged.Count > 0)
            yield return $"{Whole(state.Unjudged.Values.Sum())} dreams could not be judged ({string.Join(", ", state.Unjudged.Select(u => $"{u.Key} {Whole(u.Value)}"))}). The first: {state.FirstUnjudged}";
        if (options.Criteria && state.UnscoredCriteria > 0)
            yield return $"In {Whole(state.UnscoredCriteria)} dreams criteria stayed unscored: there is no chat model to judge them, or it did not.";
        if (failures.Any(f => !f.Shrunk.Finished))
            yield return $"{Whole(failures.Count(f => !f.Shrunk.Finished))} failures may stand in a dream that is larger than it has to be.";
        var silent = parts.Domain.Scenarios.Where(s => !state.Scenarios.ContainsKey(s.Id)).Select(s => s.Id).ToList();
        if (silent.Count > 0)
            yield return $"These scenarios were not dreamed of: {string.Join(", ", silent)}.";
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
