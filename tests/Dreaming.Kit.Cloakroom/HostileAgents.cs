using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Overlays;
using Microsoft.Extensions.AI;

namespace Cloakroom;

/// <summary>An agent that does the same whatever is said.</summary>
/// <param name="answer">What it does.</param>
public abstract class Stubborn(Func<CancellationToken, Task<ChatResponse>> answer) : IChatClient
{
    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => answer(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>An answer.</summary>
    protected static Task<ChatResponse> Says(params AIContent[] contents) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, contents)));
}

/// <summary>Throws, also when it is disposed of.</summary>
public sealed class Thrower() : Stubborn(_ => throw new InvalidOperationException("boom \u0000\u001b[31m"))
{
    /// <inheritdoc/>
    public override void Dispose() => throw new InvalidOperationException("not even that");
}

/// <summary>Blocks its thread and never comes back.</summary>
public sealed class Blocker() : Stubborn(_ =>
{
    Thread.Sleep(Timeout.Infinite);
    return Says();
});

/// <summary>Waits for ever and hears no cancellation.</summary>
public sealed class Waiter() : Stubborn(_ => new TaskCompletionSource<ChatResponse>().Task);

/// <summary>Returns nothing at all.</summary>
public sealed class NullAgent() : Stubborn(_ => null!);

/// <summary>Has nothing to say.</summary>
public sealed class Mute() : Stubborn(_ => Says());

/// <summary>Asks for a thousand calls at once, in characters that no XML holds.</summary>
public sealed class Flooder() : Stubborn(_ => Says(
    [new TextContent("\u0000\u0008\uD800]]>&<"), .. Enumerable.Range(0, 1000).Select(i => new FunctionCallContent($"{i}", "find_coat", new Dictionary<string, object?> { ["ticket"] = "T-101" }))]));

/// <summary>Says more than anybody reads.</summary>
public sealed class Shouter() : Stubborn(_ => Says(new TextContent(new string('x', 200_000))));

/// <summary>Cannot reach its model.</summary>
public sealed class Unplugged() : Stubborn(_ => throw new HttpRequestException("connection refused"));

/// <summary>Made by a factory that takes the domain.</summary>
public sealed class ClerkFactory(CloakroomDomain domain) : IAgentFactory
{
    /// <inheritdoc/>
    public string Id => $"clerk of {domain.Name}";

    /// <inheritdoc/>
    public IChatClient Create(Overlay? overlay) => new CarefulClerk();
}

/// <summary>Takes services.</summary>
public sealed class ServedClerk(IServiceProvider services) : Clerk(services.GetService(typeof(DomainManifest)) is null ? Flaws.SkipsTheLookup : Flaws.None);

/// <summary>Cannot be made.</summary>
public sealed class Unborn : Stubborn
{
    /// <summary>Throws.</summary>
    public Unborn()
        : base(_ => Says()) => throw new InvalidOperationException("no key in the environment");
}

/// <summary>Needs what nobody gives.</summary>
public sealed class Demanding(int years) : Stubborn(_ => Says(new TextContent($"{years}")));
