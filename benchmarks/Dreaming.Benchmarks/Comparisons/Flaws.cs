using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dreaming.Benchmarks.Flawed;
using Dreaming.Flaws.Desk;
using Dreaming.Flaws.Trials;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>
/// How many dreams it takes to find out that an agent is flawed: by the hunt, by dreams whose steps are drawn at random, and by rewording alone; and whether a correct agent is ever accused.
/// </summary>
public sealed class Flaws : IComparison
{
    private const int Budget = 200;
    private const int CorrectDreams = 2_000;

    private readonly FlawsOptions _options;

    /// <summary>On the flawed agents that come with the project.</summary>
    public Flaws()
        : this(new FlawsOptions())
    {
    }

    internal Flaws(FlawsOptions options) => _options = options;

    /// <inheritdoc/>
    public string Name => "flaws";

    /// <inheritdoc/>
    public string Question => "Of agents with one thing wrong each, how many are found, in how many dreams, and is a correct one accused?";

    /// <inheritdoc/>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        var rehearsal = new Rehearsal();
        var uniform = DrawnDreams.Uniform(rehearsal);
        var hunt = new HuntedDreams(rehearsal);
        ImmutableArray<IFlawSearch> searches = [hunt, uniform, DrawnDreams.Rewording(rehearsal)];
        await output.WriteLineAsync($"RefillDesk, {_options.Agents.Length} flawed agents, {_options.Seeds} seeds, at most {Budget} dreams each; a search that finds nothing counts with the dreams it ran");
        await output.WriteLineAsync($"{"",-30} {"",-22} {"found",23}  {"median dreams",23}  {"size of the dream",18}");
        await output.WriteLineAsync($"{"agent",-30} {"category",-22} {"hunt",7} {"uniform",7} {"reword",7}  {"hunt",7} {"uniform",7} {"reword",7}  {"as met",8} {"shrunk",9}");
        var trials = await FlawTrial.RunAsync(_options.Agents, searches, _options.Seeds, Budget, ct);
        foreach (var trial in trials.OrderByDescending(t => t.MedianDreams(0)).ThenByDescending(t => t.MedianDreams(1)).ThenBy(t => t.Name, StringComparer.Ordinal))
            await output.WriteLineAsync(Row(trial));

        var (alarms, correct) = await FalseAlarmsAsync(rehearsal, uniform, hunt, output, ct);
        await output.WriteLineAsync($"the correct agent: {alarms} false alarms in {correct} dreams, half of them drawn and half hunted");
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            compare = Name,
            flaws = trials.Length,
            found_share = Share(trials, 0),
            median_dreams = Median(trials, 0),
            uniform_median_dreams = Median(trials, 1),
            rewording_found_share = Share(trials, 2),
            false_alarms = alarms,
            shrunk_size_median = Sizes(trials, shrunk: true),
            size_median = Sizes(trials, shrunk: false),
            uniform_found_share = Share(trials, 1),
            flaws_found_by_some_seed = trials.Count(t => t.FoundShare(0) > 0),
            mean_dreams = Mean(trials, 0),
            uniform_mean_dreams = Mean(trials, 1),
            budget = Budget,
            seeds = _options.Seeds,
            correct_dreams = correct,
        }));
        return 0;
    }

    private async Task<(int Alarms, int Dreams)> FalseAlarmsAsync(Rehearsal rehearsal, DrawnDreams uniform, HuntedDreams hunt, TextWriter output, CancellationToken ct)
    {
        using var correct = new CarefulDesk();
        var (alarms, dreams) = (0, 0);
        foreach (var dream in uniform.Dreams(1, CorrectDreams))
        {
            dreams++;
            var judged = await rehearsal.RunAsync(dream, correct, 0, ct);
            if (judged.Scorecard.Passed == true)
                continue;
            alarms++;
            await output.WriteLineAsync($"  accused in dream {dream.Id} of {dream.Skeleton.Scenario}: {string.Join(", ", judged.Scorecard.Breaches.Select(b => b.Invariant).DefaultIfEmpty(judged.Scorecard.Unscored ?? "not achieved"))}");
        }

        // A hunt stops at its first finding, so that each counts once at most.
        for (var seed = 1; dreams < 2 * CorrectDreams; seed++)
        {
            var hunted = await hunt.SearchAsync(correct, (ulong)seed, Math.Min(Budget, (2 * CorrectDreams) - dreams), ct);
            dreams += hunted.Dreams;
            if (!hunted.Found)
                continue;
            alarms++;
            var smallest = hunted.Shrunk!.Smallest.Rollout.Dream.Skeleton;
            await output.WriteLineAsync($"  accused in a hunt with seed {seed}, {smallest.Scenario}: {hunted.Shrunk.Rule.Id}; {string.Join("; ", smallest.Operators)}");
        }

        return (alarms, dreams);
    }

    private static string Row(FlawTrial trial)
    {
        var shrunk = trial.Findings[0].Select(f => f.Shrunk).OfType<Dreaming.Shrinking.ShrinkResult>().ToArray();
        var (before, after) = (FlawTrial.MedianOrNull(shrunk.Select(s => (double)s.Before.Total)), FlawTrial.MedianOrNull(shrunk.Select(s => (double)s.After.Total)));
        return string.Create(CultureInfo.InvariantCulture, $"{trial.Name,-30} {trial.Agent.Category,-22} {trial.FoundShare(0),7:P0} {trial.FoundShare(1),7:P0} {trial.FoundShare(2),7:P0}  {trial.MedianDreams(0),7:0.#} {trial.MedianDreams(1),7:0.#} {trial.MedianDreams(2),7:0.#}  {before,8:0.#} {after,9:0.#}");
    }

    private static double Share(ImmutableArray<FlawTrial> trials, int search) => Math.Round(trials.Average(t => t.FoundShare(search)), 4);

    private static double Median(ImmutableArray<FlawTrial> trials, int search) => FlawTrial.Median(trials.SelectMany(t => t.Findings[search]).Select(f => (double)f.Dreams));

    private static double Mean(ImmutableArray<FlawTrial> trials, int search) => Math.Round(trials.SelectMany(t => t.Findings[search]).Average(f => f.Dreams), 1);

    private static double? Sizes(ImmutableArray<FlawTrial> trials, bool shrunk) =>
        FlawTrial.MedianOrNull(trials.SelectMany(t => t.Findings[0]).Select(f => f.Shrunk).OfType<Dreaming.Shrinking.ShrinkResult>().Select(s => (double)(shrunk ? s.After : s.Before).Total));
}
