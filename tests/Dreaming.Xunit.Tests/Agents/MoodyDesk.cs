using Dreaming.Determinism;
using Microsoft.Extensions.AI;
using RefillDesk.Dreams.Tests;

namespace Dreaming.Xunit.Tests.Agents;

/// <summary>Hasty in a share of the conversations, which the sampling seed decides, and careful in the others.</summary>
internal sealed class MoodyDesk(double hasty) : DelegatingChatClient(new CarefulDesk())
{
    private readonly HastyDesk _hasty = new();

    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        new Seed((ulong)options!.Seed!.Value).ToRandom().Chance(hasty)
            ? _hasty.GetResponseAsync(messages, options, cancellationToken)
            : base.GetResponseAsync(messages, options, cancellationToken);
}
