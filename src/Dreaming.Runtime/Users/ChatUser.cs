using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Microsoft.Extensions.AI;

namespace Dreaming.Users;

/// <summary>
/// A user played by a chat model. It is told what the user knows, what to keep to themselves until asked, and how to end.
/// A reply that gives away a hidden fact before the agent asked for it is not used: the model is asked once more, and then the user has failed.
/// </summary>
/// <param name="domain">The domain.</param>
/// <param name="client">The chat model.</param>
public sealed class ChatUser(DomainManifest domain, IChatClient client) : IUserSimulator
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The model gave no usable reply in two tries.</exception>
    public async ValueTask<UserMove> NextAsync(Dream dream, Trajectory soFar, CancellationToken cancellationToken)
    {
        var facts = SlotFact.Of(domain, dream);
        var messages = ChatUserPrompt.Conversation(soFar);
        var why = "";
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var options = new ChatOptions
            {
                Instructions = ChatUserPrompt.Instructions(domain.FindScenario(dream.Skeleton.Scenario)!, dream, facts, attempt == 0 ? null : why),
                Seed = (long)(new Seed(dream.Seed).Derive("chat-user", soFar.Events.Length).Derive("try", attempt).Value >> 1),
            };
            var response = await client.GetResponseAsync(messages, options, cancellationToken);
            var turn = ChatUserPrompt.Read(response.Text);
            if (turn is { Text: null, End: null })
                why = "it was empty";
            else if (GivenAway(turn.Text ?? "", soFar, facts) is { } fact)
                why = $"it gave away the {fact.Label}, which the agent has not asked for";
            else
                return turn;
        }

        throw new InvalidOperationException($"The chat model that plays the user gave no usable reply in two tries: {why}.");
    }

    // Asked for, or named by the agent, or told before: then it is no secret any more.
    private static SlotFact? GivenAway(string reply, Trajectory soFar, ImmutableArray<SlotFact> facts) => facts.FirstOrDefault(f =>
        f.Contract.Knowledge != Knowledge.Open
        && f.IsNamedIn(reply)
        && (IsTelling(f) || f.IsSpokenOfIn(reply))
        && !soFar.UserTexts.Any(f.IsNamedIn)
        && !soFar.AgentTexts.Any(t => f.IsNamedIn(t) || f.Known && f.IsSpokenOfIn(t)));

    // A bare number or a yes stands in many sentences that say nothing of the fact.
    private static bool IsTelling(SlotFact fact) =>
        fact.Contract.Member.Kind is not (ValueKind.Integer or ValueKind.Number or ValueKind.Boolean or ValueKind.Enum);
}
