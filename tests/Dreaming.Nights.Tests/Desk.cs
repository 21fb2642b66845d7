using System.Collections.Immutable;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Distillation;
using Dreaming.Episodes;
using Dreaming.Overlays;
using Dreaming.Users;
using Microsoft.Extensions.AI;
using RefillDesk;

namespace Dreaming.Nights.Tests;

/// <summary>The refill desk with its recorded episodes and embedded parts.</summary>
internal static class Desk
{
    private static readonly Lazy<Task<ImmutableArray<EpisodeRead>>> Recorded = new(ReadAsync);

    public static NightOptions Small { get; } = new() { Dreams = 40, HeldOutTrials = 1, SafetyDreams = 12, Concurrency = 2 };

    public static async Task<NightParts> PartsAsync(IAgentFactory? agent = null)
    {
        var domain = RefillDeskDomain.Instance;
        return new NightParts
        {
            Domain = domain,
            Build = "test",
            World = domain.OpenWorld(WorldOptions.Default),
            Episodes = await Recorded.Value,
            Agent = agent ?? new PolicyAgentFactory(domain),
            User = new AgendaUser(domain),
            Proposer = overlay => new PolicyProposer(domain, overlay),
            Learner = new PolicyLearner(domain, new LearningOptions()),
        };
    }

    private static async Task<ImmutableArray<EpisodeRead>> ReadAsync()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Dreaming.sln")))
            folder = folder.Parent;
        var reads = ImmutableArray.CreateBuilder<EpisodeRead>();
        await foreach (var read in new EpisodeReader(RefillDeskDomain.Instance).ReadAsync(Path.Combine(folder.FullName, "scenarios", "RefillDesk", "episodes")))
            reads.Add(read);
        return reads.ToImmutable();
    }
}

/// <summary>The embedded agent behind something that can be counted, cut or broken.</summary>
internal sealed class WatchedAgent(IAgentFactory inner, Func<int, CancellationToken, ValueTask> beforeReply) : IAgentFactory
{
    private int _replies;

    public int Replies => _replies;

    public string Id => inner.Id;

    public IChatClient Create(Overlay? overlay) => new Client(inner.Create(overlay), this);

    private sealed class Client(IChatClient client, WatchedAgent watch) : DelegatingChatClient(client)
    {
        public override async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            await watch.Before(cancellationToken);
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
    }

    private ValueTask Before(CancellationToken cancellationToken) => beforeReply(Interlocked.Increment(ref _replies), cancellationToken);
}
