using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Nights;

namespace Dreaming.Shrinking;

/// <summary>Says whether the agent fails in a dream as it failed before, by running it there.</summary>
internal sealed class FailureOracle(DomainManifest domain, JudgedRollout failure, FailedRule rule, Rehearse rehearse, ShrinkOptions options)
{
    private const int LikeTrials = 4;
    private readonly Dictionary<string, JudgedRollout?> _known = new(StringComparer.Ordinal);

    /// <summary>Rollouts made so far.</summary>
    public int Rollouts { get; private set; }

    /// <summary>No further rollout may be made.</summary>
    public bool Spent => Rollouts >= options.MostRollouts;

    /// <summary>How often a stochastic agent fails in the whole dream; null for a deterministic one, which always does.</summary>
    public double? FailureRate { get; private set; }

    /// <summary>Finds out whether the agent is deterministic, and if it is not, how often it fails in the whole dream.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var runs = new List<JudgedRollout>();
        if (options.Stochastic is null)
        {
            for (var i = 1; i <= LikeTrials && !Spent; i++)
                runs.Add(await RunAsync(failure.Rollout.Dream, failure.Rollout.Trial + i, cancellationToken).ConfigureAwait(false));
            var first = Text(failure);
            if (runs.TrueForAll(r => Text(r) == first))
                return;
        }
        else if (options.Stochastic is false)
        {
            return;
        }

        while (runs.Count < options.BaseRuns && !Spent)
            runs.Add(await RunAsync(failure.Rollout.Dream, failure.Rollout.Trial + 1 + runs.Count, cancellationToken).ConfigureAwait(false));
        FailureRate = runs.Count == 0 ? 0 : (double)runs.Count(IsAlike) / runs.Count;
    }

    /// <summary>A rollout that fails by the same rule; null when the agent does not fail so there, or no longer often enough, or when nothing more may be run.</summary>
    public async Task<JudgedRollout?> FailAsync(Dream dream, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(dream.Id, out var known))
            return known;
        if (Spent)
            return null;
        var found = FailureRate is { } rate
            ? await OftenAsync(dream, rate, cancellationToken).ConfigureAwait(false)
            : await RunAsync(dream, failure.Rollout.Trial, cancellationToken).ConfigureAwait(false) is var judged && IsAlike(judged) ? judged : null;
        return _known[dream.Id] = found;
    }

    private async Task<JudgedRollout?> OftenAsync(Dream dream, double rate, CancellationToken cancellationToken)
    {
        // Kept off 1 as Jeffreys' estimate has it: a few runs without a pass do not prove that there is none.
        var high = ((rate * options.BaseRuns) + 0.5) / (options.BaseRuns + 1);
        var test = new SequentialTest(high * options.LostShare, high, options.Alpha, options.Beta);
        JudgedRollout? shown = null;
        for (var trial = 0; trial < options.MostRunsPerDream && test.Verdict == SequentialVerdict.Undecided && !Spent; trial++)
        {
            var judged = await RunAsync(dream, trial, cancellationToken).ConfigureAwait(false);
            var alike = IsAlike(judged);
            test.Observe(alike);
            if (alike)
                shown ??= judged;
        }

        return test.Verdict == SequentialVerdict.High ? shown : null;
    }

    private Task<JudgedRollout> RunAsync(Dream dream, int trial, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Rollouts++;
        return rehearse(dream, trial, cancellationToken);
    }

    // An agent that threw and one that was wrong have both missed the success; they are not the same failure.
    private bool IsAlike(JudgedRollout judged) => rule.IsBrokenBy(judged, domain) && Crashed(judged) == Crashed(failure);

    private static bool Crashed(JudgedRollout judged) => judged.Rollout.Trajectory.End.Reason == EndReason.AgentFailed;

    private static string Text(JudgedRollout judged) => JsonSerializer.Serialize(judged.Rollout.Trajectory, NightJson.Default.Trajectory);
}
