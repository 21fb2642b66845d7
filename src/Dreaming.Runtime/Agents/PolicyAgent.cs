using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dreaming.Agents.Candidates;
using Dreaming.Agents.Reading;
using Dreaming.Agents.Scoring;
using Dreaming.Contracts;
using Dreaming.Overlays;
using Microsoft.Extensions.AI;

namespace Dreaming.Agents;

/// <summary>
/// The embedded student: a small trainable dialogue policy behind the interface of a chat model. It is no language model. It reads the conversation for values that fit the
/// domain's contracts, lists what it could do next (calls, questions, statements, all in fixed words), scores each, and does the best. It is there so that a night learns something
/// in seconds with no key, so that a domain can be tested, and so that a team sees whether a night's lessons teach anything before it pays for fine-tuning.
/// It keeps no state between calls, answers the same messages the same way, and may be used by several threads at once.
/// </summary>
public sealed class PolicyAgent : IChatClient
{
    /// <summary>Names the base in overlays and metadata.</summary>
    public const string ModelId = "dreaming-policy";

    private readonly DomainLexicon _lexicon;
    private readonly PolicyScorer _scorer;

    /// <summary>Makes the agent for a domain.</summary>
    /// <param name="domain">The domain whose tools it calls.</param>
    /// <param name="overlay">What it has learnt; null for the base alone.</param>
    /// <exception cref="ArgumentException">The overlay was learnt for another kind of agent or under other contracts, or its content is no adapter.</exception>
    public PolicyAgent(DomainManifest domain, Overlay? overlay = null)
    {
        ArgumentNullException.ThrowIfNull(domain);
        _lexicon = DomainLexicon.Of(domain);
        _scorer = new PolicyScorer(overlay is null ? null : PolicyAdapter.Read(overlay, domain));
    }

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<ChatResponse>(cancellationToken);
        var state = ConversationState.Of(_lexicon, messages);
        var candidates = CandidateList.Of(state);
        RemoveWithheld(candidates, options);
        var chosen = candidates[PolicyScorer.Best(_scorer.Score(state, candidates))];
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, [ToContent(chosen, state)]))
        {
            ModelId = ModelId,
            FinishReason = chosen.IsCall ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
        };
        return Task.FromResult(response);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in response.ToChatResponseUpdates())
            yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        return serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("dreaming", null, ModelId)
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Nothing is held.</summary>
    public void Dispose()
    {
    }

    // Whoever calls decides which tools there are. The open question is always left.
    private void RemoveWithheld(List<Candidate> candidates, ChatOptions? options)
    {
        if (options?.Tools is not { } offered)
            return;
        if (offered.Count >= _lexicon.Tools.Length && _lexicon.Tools.All(t => IsOffered(offered, t.Contract.Name)))
            return;
        candidates.RemoveAll(c => c.Tool is not null && c.Kind is ActKind.None or ActKind.Confirm && !IsOffered(offered, c.Tool!.Contract.Name));
    }

    private static bool IsOffered(IList<AITool> offered, string name)
    {
        foreach (var tool in offered)
            if (tool.Name == name)
                return true;
        return false;
    }

    private static AIContent ToContent(Candidate chosen, ConversationState state)
    {
        if (!chosen.IsCall)
            return new TextContent(chosen.Content);
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in JsonElement.Parse(chosen.Content).EnumerateObject())
            arguments[member.Name] = member.Value;
        var id = string.Create(CultureInfo.InvariantCulture, $"call{state.Calls.Count + 1:D5}");
        return new FunctionCallContent(id, chosen.Tool!.Contract.Name, arguments);
    }
}
