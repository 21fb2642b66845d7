using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dreaming.Rollouts.Tests.Kiosk;

namespace Dreaming.Rollouts.Tests;

[Collection(nameof(Alone))]
public class MisbehaviourTests
{
    private const int Rollouts = 1_000;

    // 300 bytes a rollout: less than the tokens alone would weigh that are not given back after each step.
    private const long Bytes = 300_000;

    public static TheoryData<string> Ways => [.. Misbehaviour.All.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_agent_that_misbehaves_ends_its_rollout_within_the_budget_and_owns_the_failure(string way)
    {
        var (agent, reason) = Misbehaviour.All[way];
        var bench = new Bench();

        var rollout = await bench.RunAsync(KioskDomain.Dream(), agent());
        var card = await bench.JudgeAsync(rollout);

        Assert.Equal((reason, Owner.Agent), (rollout.Trajectory.End.Reason, rollout.Trajectory.End.Owner));
        Assert.InRange(rollout.Trajectory.Calls().Count(), 0, rollout.Dream.Skeleton.ToolCalls);
        Assert.InRange(rollout.Trajectory.UserTexts.Count(), 1, rollout.Dream.Skeleton.Turns);
        Assert.Single(rollout.Trajectory.Events.OfType<Ended>());
        Assert.Equal((Owner.Agent, false), (card.Owner, card.Passed));
        Assert.Equal(JsonSerializer.Serialize(rollout), JsonSerializer.Serialize(JsonSerializer.Deserialize<Rollout>(JsonSerializer.Serialize(rollout))));
    }

    [Fact]
    public async Task A_thousand_agents_that_misbehave_leave_no_task_no_handle_and_no_memory()
    {
        var time = new ManualTime();
        using var night = new CancellationTokenSource();
        var runner = new Bench { Options = new RolloutOptions { Time = time } }.Runner;
        var promises = new ConcurrentBag<WeakReference>();
        var rollouts = new ConcurrentBag<WeakReference>();
        await MisbehaveAsync(runner, time, Rollouts / 10, promises, rollouts, night.Token);
        var before = Held();

        await MisbehaveAsync(runner, time, Rollouts, promises, rollouts, night.Token);
        var after = Held();

        Assert.Equal(Rollouts * 11 / 10, rollouts.Count);
        Assert.NotEmpty(promises);
        Assert.DoesNotContain(promises, p => p.IsAlive);
        Assert.DoesNotContain(rollouts, r => r.IsAlive);
        Assert.Equal(0, time.Armed);
        Assert.InRange(after.Timers, 0, before.Timers);
        Assert.InRange(after.Handles, 0, before.Handles + 4);
        Assert.InRange(after.Bytes, 0, before.Bytes + Bytes);
    }

    // In a frame of its own, so that nothing of it is held when it has returned.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task MisbehaveAsync(RolloutRunner runner, ManualTime time, int count, ConcurrentBag<WeakReference> promises, ConcurrentBag<WeakReference> rollouts, CancellationToken night)
    {
        Func<ScriptedAgent>[] ways = [.. Misbehaviour.All.Values.Select(way => way.Agent), () => Misbehaviour.Hanging(promises)];
        var running = Enumerable.Range(0, count).Select(i => runner.RunAsync(KioskDomain.Dream(), ways[i % ways.Length](), "agent", i, night)).ToArray();
        while (running.Count(r => !r.IsCompleted) > time.Armed)
            await Task.Yield();
        time.Advance(TimeSpan.FromMinutes(2));
        foreach (var rollout in await Task.WhenAll(running))
        {
            Assert.Equal(Owner.Agent, rollout.Trajectory.End.Owner);
            rollouts.Add(new WeakReference(rollout));
        }
    }

    private static (long Bytes, int Handles, long Timers) Held()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, true, true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(false), process.HandleCount, Timer.ActiveCount);
    }
}
