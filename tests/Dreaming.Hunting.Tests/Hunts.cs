using Cloakroom;
using Dreaming.Rollouts;
using Dreaming.Users;
using Microsoft.Extensions.AI;

namespace Dreaming.Hunting.Tests;

/// <summary>Short ways to a hunt in the cloakroom.</summary>
internal static class Hunts
{
    public static HuntOptions Small { get; } = new() { Dreams = 72, ShrinkRollouts = 40, Concurrency = 2 };

    public static HuntParts Parts(IChatClient agent, TimeSpan? patience = null) => new()
    {
        Domain = CloakroomDomain.Instance,
        World = CloakroomDomain.Instance.OpenWorld(WorldOptions.Default),
        Agent = agent,
        AgentId = agent.GetType().FullName!,
        User = new AgendaUser(CloakroomDomain.Instance),
        Rollouts = new RolloutOptions { StepTimeout = patience ?? TimeSpan.FromSeconds(60) },
    };

    public static Task<HuntReport> RunAsync(IChatClient agent, HuntOptions? options = null, TimeSpan? patience = null) =>
        new Hunter(Parts(agent, patience), options ?? Small).HuntAsync(null, TestContext.Current.CancellationToken);
}
