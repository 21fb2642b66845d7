using Dreaming.Flaws.Desk;
using Dreaming.Hunting;
using Dreaming.Users;
using Microsoft.Extensions.AI;

namespace Dreaming.Flaws.Trials;

/// <summary>Lets the hunt choose the dreams by what the agent did in those before, and makes what it finds as small as it gets.</summary>
/// <param name="rehearsal">The domain and its world.</param>
public sealed class HuntedDreams(Rehearsal rehearsal) : IFlawSearch
{
    private const int ShrinkRollouts = 200;

    /// <inheritdoc/>
    public string Name => "hunt";

    /// <inheritdoc/>
    public async Task<FirstFinding> SearchAsync(IChatClient agent, ulong seed, int budget, CancellationToken cancellationToken)
    {
        var parts = new HuntParts
        {
            Domain = rehearsal.Domain,
            World = rehearsal.World,
            Agent = agent,
            AgentId = agent.GetType().Name,
            User = new AgendaUser(rehearsal.Domain),
        };
        var options = new HuntOptions { Seed = seed, Dreams = budget, StopAfter = 1, ShrinkRollouts = ShrinkRollouts, Concurrency = 1 };
        var report = await new Hunter(parts, options).HuntAsync(null, cancellationToken);
        if (report.Failures is not [{ Shrunk: var shrunk }, ..])
            return new(false, report.Dreams);
        return agent is CarefulDesk and not IFlawedAgent || await rehearsal.IsFairAsync(shrunk.Original.Rollout.Dream, cancellationToken)
            ? new(true, report.Dreams) { Shrunk = shrunk }
            : new(false, budget);
    }
}
