using Dreaming.Rollouts.Tests.Kiosk;
using Dreaming.Users;
using Microsoft.Extensions.AI;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Rollouts.Tests;

public class PatienceTests
{
    [Fact]
    public async Task An_agent_that_hangs_fails_when_its_time_is_up_and_is_told_to_stop()
    {
        var time = new ManualTime();
        var stopped = false;
        var agent = new ScriptedAgent((_, _, stop) =>
        {
            stop.Register(() => stopped = true);
            return new TaskCompletionSource<ChatResponse>().Task;
        });
        var bench = new Bench { Options = new RolloutOptions { Time = time, StepTimeout = TimeSpan.FromSeconds(60) } };

        var running = bench.RunAsync(KioskDomain.Dream(), agent);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(running.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        var end = await Bench.EndOf(running);

        Assert.Equal((EndReason.AgentFailed, Owner.Agent), (end.Reason, end.Owner));
        Assert.Contains("60 s", end.Detail);
        Assert.True(stopped);
        Assert.Equal(0, time.Armed);
    }

    [Fact]
    public async Task A_user_simulator_that_hangs_fails_when_its_time_is_up()
    {
        var time = new ManualTime();
        var bench = new Bench { User = new ChatUser(new KioskDomain(), new ScriptedAgent((_, _, _) => new TaskCompletionSource<ChatResponse>().Task)), Options = new RolloutOptions { Time = time } };

        var running = bench.RunAsync(KioskDomain.Dream(), Always(new TextContent("Hello?")));
        time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal((EndReason.UserFailed, Owner.User), ((await running).Trajectory.End.Reason, (await running).Trajectory.End.Owner));
    }

    [Fact]
    public async Task Cancellation_is_never_an_end()
    {
        using var cancel = new CancellationTokenSource();
        var agent = new ScriptedAgent(async (_, _, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return Empty;
        });

        var running = new Bench().RunAsync(KioskDomain.Dream(), agent, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Cancellation_reaches_a_caller_even_when_the_agent_throws_something_else()
    {
        using var cancel = new CancellationTokenSource();
        var agent = new ScriptedAgent((_, _, _) =>
        {
            cancel.Cancel();
            throw new InvalidOperationException("torn down");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Bench().RunAsync(KioskDomain.Dream(), agent, cancel.Token));
    }

    [Fact]
    public async Task Cancellation_does_not_wait_for_an_agent_that_ignores_it()
    {
        using var cancel = new CancellationTokenSource();
        var running = new Bench().RunAsync(KioskDomain.Dream(), new ScriptedAgent((_, _, _) => new TaskCompletionSource<ChatResponse>().Task), cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_cancelled_session_stands_where_it_was()
    {
        using var cancel = new CancellationTokenSource();
        var runner = new Bench().Runner;
        var session = runner.Open(KioskDomain.Dream());
        var interrupted = new ScriptedAgent(async (messages, _, stop) =>
        {
            if (messages.Count == 1)
                return Respond(Call("show_ticket"));
            await cancel.CancelAsync();
            stop.ThrowIfCancellationRequested();
            return Empty;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runner.ContinueAsync(session, interrupted, cancel.Token));
        Assert.Equal(3, session.Trajectory.Events.Length);

        await runner.ContinueAsync(session, Of(Call("show_ticket"), Call("call_staff")));
        Assert.Equal(EndReason.Handover, session.Trajectory.End.Reason);
    }

    [Fact]
    public async Task A_thousand_hostile_rollouts_leave_nothing_behind()
    {
        var time = new ManualTime();
        var asked = 0;
        var stopped = 0;
        var hang = new TaskCompletionSource<ChatResponse>();
        var agent = new ScriptedAgent((_, _, stop) =>
        {
            Interlocked.Increment(ref asked);
            stop.Register(() => Interlocked.Increment(ref stopped));
            return hang.Task;
        });
        var runner = new Bench { Options = new RolloutOptions { Time = time } }.Runner;

        var running = Enumerable.Range(0, 1000).Select(i => runner.RunAsync(KioskDomain.Dream(), agent, "agent", i)).ToArray();
        Assert.Equal(1000, asked);
        time.Advance(TimeSpan.FromMinutes(2));
        var rollouts = await Task.WhenAll(running);

        Assert.All(rollouts, r => Assert.Equal(EndReason.AgentFailed, r.Trajectory.End.Reason));
        Assert.Equal(1000, rollouts.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(1000, stopped);
        Assert.Equal(0, time.Armed);
    }
}
