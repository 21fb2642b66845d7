using System.Collections.Concurrent;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Dreams;
using Dreaming.Nights;
using Dreaming.Rollouts;
using Dreaming.Shrinking;
using Dreaming.Users;
using Microsoft.Extensions.AI;

namespace Dreaming.Xunit;

/// <summary>A domain with all that a rehearsal in it needs. One for each domain and world, shared by all tests of the process.</summary>
internal sealed class DreamStage
{
    private static readonly ConcurrentDictionary<(Type Domain, string? World), Lazy<DreamStage>> Known = new();

    private readonly RolloutRunner _runner;
    private readonly Critic _critic;

    private DreamStage(Type type, string? worldFile)
    {
        DomainType = type;
        WorldFile = worldFile;
        Domain = (DomainManifest)Activator.CreateInstance(type)!;
        World = Domain.OpenWorld(worldFile is null ? WorldOptions.Default : WorldOptions.Default with { DataPath = worldFile });
        _runner = new RolloutRunner(Domain, World, new AgendaUser(Domain), new RolloutOptions());
        _critic = new Critic(Domain, World);
    }

    public Type DomainType { get; }

    public string? WorldFile { get; }

    public DomainManifest Domain { get; }

    public IWorld World { get; }

    public static DreamStage Of(Type type, string? worldFile) =>
        Known.GetOrAdd((type, worldFile), static key => new Lazy<DreamStage>(() => new DreamStage(key.Domain, key.World))).Value;

    public async Task<JudgedRollout> RehearseAsync(Dream dream, IChatClient agent, int trial, CancellationToken cancellationToken)
    {
        var rollout = await _runner.RunAsync(dream, agent, NameOf(agent), trial, cancellationToken).ConfigureAwait(false);
        return new JudgedRollout(rollout, await _critic.JudgeAsync(rollout, cancellationToken).ConfigureAwait(false));
    }

    public Task<ShrinkResult> ShrinkAsync(JudgedRollout failure, FailedRule rule, IChatClient agent, int mostRollouts, CancellationToken cancellationToken) =>
        new Shrinker(Domain, World, new ShrinkOptions { MostRollouts = mostRollouts })
            .ShrinkAsync(failure, rule, (dream, trial, stop) => RehearseAsync(dream, agent, trial, stop), cancellationToken);

    private static string NameOf(IChatClient agent) =>
        (agent.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata)?.DefaultModelId ?? agent.GetType().Name;
}
