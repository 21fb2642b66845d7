using System.Text.Json;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Rollouts.Tests.Kiosk;
using Dreaming.Users;
using Microsoft.Extensions.AI;
using OrderDesk;
using RefillDesk;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Rollouts.Tests;

public class DreamForkTests
{
    public static TheoryData<string> Desks => ["refill-desk", "order-desk"];

    [Theory]
    [MemberData(nameof(Desks))]
    public async Task Every_dream_can_be_forked_at_every_step_and_the_fork_replays_exactly(string name)
    {
        DomainManifest domain = name == "refill-desk" ? RefillDeskDomain.Instance : OrderDeskDomain.Instance;
        var root = domain.OpenWorld(WorldOptions.Default);
        var runner = new RolloutRunner(domain, root, new AgendaUser(domain), new RolloutOptions());
        var agent = new PolicyAgentFactory(domain).Create(null);
        var writer = new DreamWriter(domain);
        var skeletons = new Dreamer(domain, root, new DreamerOptions()).Dream([], 20, new Seed(5)).Skeletons;
        Assert.NotEmpty(skeletons);

        foreach (var dream in skeletons.Select(s => writer.Write(s, new Seed(5))))
        {
            var answers = 0;
            var original = runner.Open(dream);
            await runner.ContinueAsync(original, Before(agent, () => answers++));
            Assert.NotEqual(0, answers);

            for (var at = 0; at < answers; at++)
            {
                var session = runner.Open(dream);
                await StopBeforeAsync(at, runner, session, agent);
                var fork = session.Fork();
                var stood = Json(session.Trajectory);
                await runner.ContinueAsync(fork, agent);

                Assert.Equal(Json(original.Trajectory), Json(fork.Trajectory));
                Assert.Equal(stood, Json(session.Trajectory));
            }
        }
    }

    [Fact]
    public async Task A_fork_costs_the_same_however_long_the_conversation_was()
    {
        var session = new Bench().Runner.Open(KioskDomain.Dream(turns: 400, toolCalls: 400));
        var early = CostOfFork(session);
        for (var i = 0; i < 300; i++)
            await session.ActAsync(Call("show_ticket"));
        var late = CostOfFork(session);

        Assert.Equal(601, session.Trajectory.Events.Length);
        Assert.InRange(early, 1, 1_000);
        Assert.Equal(early, late);
    }

    private static async Task StopBeforeAsync(int answer, RolloutRunner runner, RolloutSession session, IChatClient agent)
    {
        using var stop = new CancellationTokenSource();
        var given = 0;
        var stopping = Before(agent, () =>
        {
            if (given++ == answer)
                stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runner.ContinueAsync(session, stopping, stop.Token));
    }

    private static ScriptedAgent Before(IChatClient agent, Action asked) => new((messages, options, stop) =>
    {
        asked();
        return agent.GetResponseAsync(messages, options, stop);
    });

    // The first forks settle what the session has not yet looked at, and whatever is made once.
    private static long CostOfFork(RolloutSession session)
    {
        session.Fork();
        session.Fork();
        var before = GC.GetAllocatedBytesForCurrentThread();
        session.Fork();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Json(Trajectory trajectory) => JsonSerializer.Serialize(trajectory);
}
