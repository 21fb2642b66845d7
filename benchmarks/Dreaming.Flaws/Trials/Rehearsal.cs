using Dreaming.Critics;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Flaws.Desk;
using Dreaming.Nights;
using Dreaming.Rollouts;
using Dreaming.Users;
using Microsoft.Extensions.AI;

namespace Dreaming.Flaws.Trials;

/// <summary>Runs agents in dreams of the refill desk and judges them by the whole policy. May be used by several threads at once.</summary>
public sealed class Rehearsal
{
    private readonly RolloutRunner _runner;
    private readonly Critic _critic;
    private readonly DreamWriter _writer;
    private readonly CarefulDesk _correct = new();

    /// <summary>Opens the refill desk.</summary>
    public Rehearsal()
    {
        World = Domain.OpenWorld(WorldOptions.Default);
        _runner = new(Domain, World, new AgendaUser(Domain), new RolloutOptions());
        _critic = new(Domain, World);
        _writer = new(Domain);
    }

    /// <summary>The refill desk.</summary>
    public DomainManifest Domain { get; } = RefillDeskDomain.Instance;

    /// <summary>Its world; it is forked and never changed.</summary>
    public IWorld World { get; }

    /// <summary>Fills in the words of a dream.</summary>
    /// <param name="skeleton">What is dreamed.</param>
    /// <param name="seed">Decides the words.</param>
    public Dream Write(Skeleton skeleton, Seed seed) => _writer.Write(skeleton, seed);

    /// <summary>Runs an agent in a dream and judges it.</summary>
    /// <param name="dream">The dream.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="trial">Which run of the agent in this dream it is, from 0.</param>
    /// <param name="cancellationToken">Gives the run up.</param>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public async Task<JudgedRollout> RunAsync(Dream dream, IChatClient agent, int trial, CancellationToken cancellationToken)
    {
        var rollout = await _runner.RunAsync(dream, agent, agent.GetType().Name, trial, cancellationToken);
        return new(rollout, await _critic.JudgeAsync(rollout, cancellationToken));
    }

    /// <summary>Whether the correct agent passes a dream. What fails in any other dream says nothing about the agent that failed.</summary>
    /// <param name="dream">The dream.</param>
    /// <param name="cancellationToken">Gives the run up.</param>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public async Task<bool> IsFairAsync(Dream dream, CancellationToken cancellationToken) =>
        (await RunAsync(dream, _correct, 0, cancellationToken)).Scorecard.Passed == true;
}
