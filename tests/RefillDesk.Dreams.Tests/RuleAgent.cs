using Microsoft.Extensions.AI;

namespace Dreaming.Samples;

/// <summary>An agent of fixed rules: the conversation alone decides what it does next.</summary>
internal abstract class RuleAgent : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [Next(new TalkSoFar(messages))])));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Rehearsals do not stream.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    public abstract AIContent Next(TalkSoFar talk);

    protected static AIContent Say(string text) => new TextContent(text);

    protected static AIContent Call(string tool, params (string Name, object? Value)[] arguments) =>
        new FunctionCallContent("next", tool, arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal));
}
