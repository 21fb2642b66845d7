using Dreaming.Agents;
using Dreaming.Cli.Display;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Dreams;
using Dreaming.Journals;
using Dreaming.Nights;
using Dreaming.Overlays;
using Dreaming.Rollouts;
using Dreaming.Users;
using Microsoft.Extensions.AI;

namespace Dreaming.Cli.Hosting;

/// <summary>The embedded agent, as it was in a journaled rollout, ready to be run in any dream of the domain.</summary>
internal sealed class EmbeddedRehearsal : IDisposable
{
    private readonly RolloutRunner _runner;
    private readonly Critic _critic;
    private readonly IChatClient _agent;
    private readonly string _agentId;

    private EmbeddedRehearsal(DomainManifest domain, IWorld world, IChatClient agent, string agentId)
    {
        _runner = new RolloutRunner(domain, world, new AgendaUser(domain), new RolloutOptions());
        _critic = new Critic(domain, world);
        (_agent, _agentId) = (agent, agentId);
    }

    /// <summary>The agent of a journaled rollout.</summary>
    /// <exception cref="CliException">What the rollout was run with is gone.</exception>
    public static EmbeddedRehearsal Of(LoadedDomain domain, IWorld world, Journal journal, ReplayableRollout then)
    {
        var rollout = then.Judged.Rollout;
        var manifest = domain.Manifest;
        if (manifest.FindScenario(rollout.Dream.Skeleton.Scenario) is null)
            throw new CliException($"Rollout {rollout.Id} dreams of the scenario {rollout.Dream.Skeleton.Scenario}, which {manifest.Name} does not declare any more.");
        return Of(domain, world, rollout.Agent, id => NightReplay.FindOverlay(journal, then.Night, id));
    }

    /// <summary>The agent of that name.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="world">Its world.</param>
    /// <param name="agentId">Names the agent, and behind a plus sign the overlay that it wore.</param>
    /// <param name="overlays">Finds an overlay by its id.</param>
    /// <exception cref="CliException">It is another agent, or its overlay is gone.</exception>
    public static EmbeddedRehearsal Of(LoadedDomain domain, IWorld world, string agentId, Func<string, Overlay?> overlays)
    {
        var factory = new PolicyAgentFactory(domain.Manifest);
        if (agentId == factory.Id)
            return new EmbeddedRehearsal(domain.Manifest, world, factory.Create(null), agentId);
        if (!agentId.StartsWith(factory.Id + "+", StringComparison.Ordinal))
            throw new CliException($"It was run by {SafeText.Line(agentId)}, which this command cannot start again. Run the test or the host that it comes from.");
        var overlay = agentId[(factory.Id.Length + 1)..];
        return overlays(overlay) is { } worn
            ? new EmbeddedRehearsal(domain.Manifest, world, factory.Create(worn), agentId)
            : throw new CliException($"It was run with the overlay {SafeText.Line(overlay)}, which is not in the journal any more.");
    }

    public async Task<JudgedRollout> RunAsync(Dream dream, int trial, CancellationToken cancellationToken)
    {
        var rollout = await _runner.RunAsync(dream, _agent, _agentId, trial, cancellationToken).ConfigureAwait(false);
        return new JudgedRollout(rollout, await _critic.JudgeAsync(rollout, cancellationToken).ConfigureAwait(false));
    }

    public void Dispose() => _agent.Dispose();
}
