using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Dreams;
using Dreaming.Rollouts.Tests.Kiosk;
using Dreaming.Users;
using Microsoft.Extensions.AI;

namespace Dreaming.Rollouts.Tests;

// A kiosk with everything around it.
public sealed class Bench
{
    public KioskDomain Domain { get; init; } = new();
    public IWorld Root { get; init; } = KioskWorld.New();
    public IUserSimulator? User { get; init; }
    public RolloutOptions Options { get; init; } = new();

    public RolloutRunner Runner => new(Domain, Root, User ?? new AgendaUser(Domain), Options);

    public Task<Rollout> RunAsync(Dream dream, params AgentAction[] steps) => RunAsync(dream, ScriptedAgent.Of(steps));

    public Task<Rollout> RunAsync(Dream dream, IChatClient agent, CancellationToken cancellationToken = default) => Runner.RunAsync(dream, agent, "agent", 0, cancellationToken);

    public ValueTask<Scorecard> JudgeAsync(Rollout rollout, IChatClient? judge = null) => new Critic(Domain, Root, judge).JudgeAsync(rollout);

    public static async Task<Ended> EndOf(Task<Rollout> rollout) => (await rollout).Trajectory.End;

    public static ToolReplied Reply(Rollout rollout, int index = 0) => rollout.Trajectory.Events.OfType<ToolReplied>().ElementAt(index);
}

public sealed class Silent(Func<UserMove> turn) : IUserSimulator
{
    public ValueTask<UserMove> NextAsync(Dream dream, Trajectory soFar, CancellationToken cancellationToken) => new(turn());
}
