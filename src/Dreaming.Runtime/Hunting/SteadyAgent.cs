using Microsoft.Extensions.AI;

namespace Dreaming.Hunting;

/// <summary>An agent that may block where it should await: it gets a thread of its own for each answer, so that a rollout can give it up.</summary>
internal sealed class SteadyAgent(IChatClient agent) : DelegatingChatClient(agent)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.Factory.StartNew(
            () => InnerClient.GetResponseAsync(messages, options, cancellationToken) ?? throw new InvalidOperationException("It returned no task."),
            cancellationToken, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default).Unwrap();

    // The agent belongs to whoever brought it.
    protected override void Dispose(bool disposing)
    {
    }
}
