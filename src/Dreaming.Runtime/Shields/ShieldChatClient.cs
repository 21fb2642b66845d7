using System.Diagnostics;
using System.Runtime.CompilerServices;
using Dreaming.Contracts;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields;

/// <summary>
/// Holds an agent to the temporal constraints of its domain. Each answer of the inner client is judged before anybody acts on it: a call that would violate or doom the policy is not passed on, and
/// neither are words that would, or that end the conversation, or give the turn away, while something is due. The inner client is told why and asked again, and after
/// <see cref="ShieldOptions.MaxRefusals"/> the user reads <see cref="ShieldOptions.SafeReply"/>.
/// <para>
/// Without state: what has happened is read off the messages of each request, so that one client serves any number of conversations at once. Whoever calls it sends the whole conversation; of one that the
/// service keeps (<see cref="ChatOptions.ConversationId"/>) it cannot know enough to decide, and <see cref="ShieldOptions.OnFailure"/> says what it does.
/// </para>
/// <para>
/// Belongs around the model and inside of what invokes functions: it then sees each call before it is made. Outside of that, calls are made before it sees them; <see cref="ShieldedFunction"/> refuses them there.
/// </para>
/// <para>
/// An answer is refused as a whole: where one of several calls is refused, none of them is made. While it enforces, a streamed answer is held back until it is judged. While it observes, answers pass
/// through untouched.
/// </para>
/// </summary>
public sealed class ShieldChatClient : DelegatingChatClient
{
    /// <summary>The member of <see cref="ChatResponse.AdditionalProperties"/> that says, when <see cref="ShieldOptions.SafeReply"/> took the place of an answer, why: <c>gave-up</c> or <c>failed-closed</c>.</summary>
    public const string SafeReplyProperty = "dreaming.shield";

    private readonly PolicyShield _shield;

    /// <summary>Shields a chat client.</summary>
    /// <param name="inner">The client; disposed with this one.</param>
    /// <param name="domain">The domain whose policy is enforced.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">An option is out of its range.</exception>
    public ShieldChatClient(IChatClient inner, DomainManifest domain, ShieldOptions? options = null)
        : this(inner, new PolicyShield(domain, options))
    {
    }

    /// <summary>Shields a chat client.</summary>
    /// <param name="inner">The client; disposed with this one.</param>
    /// <param name="shield">What decides; may be shared.</param>
    public ShieldChatClient(IChatClient inner, PolicyShield shield)
        : base(inner)
    {
        ArgumentNullException.ThrowIfNull(shield);
        _shield = shield;
    }

    private ShieldOptions Options => _shield.Options;

    /// <inheritdoc/>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType == typeof(PolicyShield) ? _shield : base.GetService(serviceType, serviceKey);
    }

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (Options.Mode == ShieldMode.Off)
            return await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);

        using var activity = ShieldTelemetry.Start();
        var request = new ShieldedRequest(_shield, [.. messages], options, activity);
        if (Options.Mode == ShieldMode.Observe)
        {
            var observed = await base.GetResponseAsync(request.Messages, options, cancellationToken).ConfigureAwait(false);
            request.Judge(observed);
            return observed;
        }

        return await EnforceAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (Options.Mode == ShieldMode.Off)
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
                yield return update;
            yield break;
        }

        using var activity = ShieldTelemetry.Start();
        var request = new ShieldedRequest(_shield, [.. messages], options, activity);
        if (Options.Mode == ShieldMode.Observe)
        {
            var seen = new List<ChatResponseUpdate>();
            await foreach (var update in base.GetStreamingResponseAsync(request.Messages, options, cancellationToken).ConfigureAwait(false))
            {
                seen.Add(update);
                yield return update;
            }

            request.Judge(seen.ToChatResponse());
            yield break;
        }

        foreach (var update in await EnforceStreamedAsync(request, cancellationToken).ConfigureAwait(false))
            yield return update;
    }

    private async Task<ChatResponse> EnforceAsync(ShieldedRequest request, CancellationToken cancellationToken)
    {
        while (!request.IsClosed)
        {
            var response = await base.GetResponseAsync(request.Messages, request.Options, cancellationToken).ConfigureAwait(false);
            if (request.Take(response))
                return request.Passed(response);
        }

        return request.SafeReply();
    }

    private async Task<IEnumerable<ChatResponseUpdate>> EnforceStreamedAsync(ShieldedRequest request, CancellationToken cancellationToken)
    {
        while (!request.IsClosed)
        {
            var updates = new List<ChatResponseUpdate>();
            await foreach (var update in base.GetStreamingResponseAsync(request.Messages, request.Options, cancellationToken).ConfigureAwait(false))
                updates.Add(update);
            if (request.Take(updates.ToChatResponse()))
                return request.Passed(updates);
        }

        return request.SafeReply().ToChatResponseUpdates();
    }
}
