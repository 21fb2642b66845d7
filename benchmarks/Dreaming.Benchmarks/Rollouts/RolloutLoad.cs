using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Journals;
using Dreaming.Nights;
using Dreaming.Rollouts;
using Dreaming.Users;
using RefillDesk;

namespace Dreaming.Benchmarks.Rollouts;

/// <summary>Rollouts of the refill desk's repeats that are due, judged by the whole policy and rubric, as a night runs them.</summary>
internal sealed class RolloutLoad
{
    private readonly RolloutRunner _runner;
    private readonly Critic _critic;
    private readonly ImmutableArray<(Dream Dream, ScriptedDesk Agent)> _dreams;
    private int _steps;

    public RolloutLoad(TimeSpan latency)
    {
        var domain = RefillDeskDomain.Instance;
        var world = domain.OpenWorld(WorldOptions.Default);
        _runner = new(domain, world, new AgendaUser(domain), new RolloutOptions());
        _critic = new(domain, world);
        var scenario = domain.FindScenario("repeat-prescription")!;
        var writer = new DreamWriter(domain);
        _dreams =
        [
            .. new Dreamer(domain, world, new DreamerOptions { ComposeProbability = 0 }).Dream([], 4_000, new Seed(1)).Skeletons
                .Where(s => s.Scenario == scenario.Id && s.Operators.All(o => o is OtherFacts or OtherWords or Noise))
                .Select(s => writer.Write(s, new Seed(1)))
                .Select(d => (d, ScriptedDesk.For(d, (Pharmacy)world, latency))),
        ];
    }

    public int Dreams => _dreams.Length;

    /// <summary>How often the agent has answered in the longest of the rollouts so far.</summary>
    public int Steps => _steps;

    /// <summary>Runs and judges; every one has to pass with at least four calls, or the figures would be of something else.</summary>
    public async Task RunAsync(int count, int concurrency, NightLog? log, CancellationToken ct)
    {
        var appends = new List<Task>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = ct }, async (i, stop) =>
        {
            var (dream, agent) = _dreams[i % _dreams.Length];
            var rollout = await _runner.RunAsync(dream, agent, "scripted", i, stop).ConfigureAwait(false);
            var scorecard = await _critic.JudgeAsync(rollout, stop).ConfigureAwait(false);
            if (scorecard.Passed != true || rollout.Trajectory.Events.Count(e => e is ToolCalled) < 4)
                throw new InvalidOperationException($"The scripted agent did not pass the dream {dream.Id}: {rollout.Trajectory.End}; {string.Join(", ", scorecard.Breaches.Select(b => b.Invariant))}\n{string.Join('\n', rollout.Trajectory.Events)}");
            InterlockedMax(ref _steps, rollout.Trajectory.Events.Count(e => e is ToolCalled or AgentSaid));
            if (log is null)
                return;
            var kept = log.AppendAsync("rollouts", $"{i}", JsonSerializer.SerializeToUtf8Bytes(new JudgedRollout(rollout, scorecard), NightJson.Default.JudgedRollout), stop);
            lock (appends)
                appends.Add(kept);
        }).ConfigureAwait(false);
        await Task.WhenAll(appends).ConfigureAwait(false);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            if (Interlocked.CompareExchange(ref most, value, seen) == seen)
                return;
    }
}
