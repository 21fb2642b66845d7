using Microsoft.Extensions.AI;

namespace Dreaming.Xunit.Tests.Agents;

/// <summary>Does something before each answer of another agent.</summary>
internal sealed class WatchedAgent(IChatClient agent, Action<int> before) : DelegatingChatClient(agent)
{
    private int _answers;

    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        before(Interlocked.Increment(ref _answers));
        return base.GetResponseAsync(messages, options, cancellationToken);
    }
}
