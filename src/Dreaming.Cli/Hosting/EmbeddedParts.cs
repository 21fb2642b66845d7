using System.Collections.Immutable;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Distillation;
using Dreaming.Episodes;
using Dreaming.Journals;
using Dreaming.Nights;
using Dreaming.Overlays;
using Dreaming.Users;

namespace Dreaming.Cli.Hosting;

/// <summary>From names to instances: a night of embedded parts, which needs no key and no network.</summary>
internal static class EmbeddedParts
{
    public static NightParts Of(LoadedDomain domain, string? worldFile, IWorld world, ImmutableArray<EpisodeRead> episodes, Journal journal, string replayCommand) => new()
    {
        Domain = domain.Manifest,
        Build = domain.BuildWith(worldFile),
        World = world,
        Episodes = episodes,
        Agent = new PolicyAgentFactory(domain.Manifest),
        User = new AgendaUser(domain.Manifest),
        Proposer = overlay => new PolicyProposer(domain.Manifest, overlay),
        Learner = new PolicyLearner(domain.Manifest, new LearningOptions()),
        Parent = journal.Overlays.Active() is { } worn && worn.ContractHash == domain.Manifest.ContractHash ? worn : null,
        ReplayCommand = replayCommand,
    };
}
