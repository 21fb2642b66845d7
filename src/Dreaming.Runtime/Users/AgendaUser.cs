using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;

namespace Dreaming.Users;

/// <summary>
/// A user without a chat model. Keeps to the dream's agenda: tells what is asked for and known, corrects a change of mind after the agent's first message, agrees to what
/// contradicts nothing, says so when it does not know, thanks for an outcome, and gives up after three exchanges in a row that moved nothing.
/// It understands phrases, not language: a question in words that no slot declares is answered by "I'm not sure."
/// </summary>
/// <param name="domain">The domain.</param>
public sealed class AgendaUser(DomainManifest domain) : IUserSimulator
{
    private const int Patience = 3;

    // What follows from a dream alone is worked out once; nothing is kept of a conversation.
    private readonly ConditionalWeakTable<Dream, Agenda> _agendas = [];
    private readonly ConcurrentDictionary<string, AskedPhrases> _phrases = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<UserMove> NextAsync(Dream dream, Trajectory soFar, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var agenda = _agendas.GetValue(dream, Open);
        var (answer, givesUp) = Answer(agenda, soFar);
        if (answer.Done)
            return new(new UserMove(Spoken("Thank you, that's all I need."), EndReason.UserDone));
        if (givesUp)
            return new(new UserMove(Spoken("This isn't getting me anywhere. I'll try elsewhere."), EndReason.UserGaveUp));
        return new(new UserMove(Spoken(string.Join(' ', answer.Sentences)), null));

        string Spoken(string text)
        {
            foreach (var step in dream.Skeleton.Operators)
                if (step is Noise noise)
                    text = Typing.Of(text, agenda.Values, noise.Rate, new Seed(dream.Seed).Derive("user", soFar.UserTexts.Count()).ToRandom());
            return text;
        }
    }

    private Agenda Open(Dream dream) => new(
        dream, SlotFact.Of(domain, dream), _phrases.GetOrAdd(dream.Skeleton.Scenario, static (id, domain) => new(domain.FindScenario(id)!.Slots), domain));

    // The answer to the last message, and whether the user has been patient long enough: earlier exchanges count only as far back as they moved nothing.
    private static (AgendaAnswer Answer, bool GivesUp) Answer(Agenda agenda, Trajectory soFar)
    {
        var answer = agenda.Answer(LastMessage(soFar), soFar);
        if (answer.Productive)
            return (answer, false);
        var idle = 1;
        for (var i = soFar.Events.Length - 1; i > 0 && idle < Patience; i--)
            if (soFar.Events[i] is UserSaid && soFar.Events[i - 1] is AgentSaid)
            {
                var earlier = soFar.Before(i);
                if (agenda.Answer(LastMessage(earlier), earlier).Productive)
                    return (answer, false);
                idle++;
            }

        return (answer, idle >= Patience);
    }

    private static AgentMessage LastMessage(Trajectory prefix)
    {
        var from = prefix.Events.Length;
        while (from > 0 && prefix.Events[from - 1] is not UserSaid)
            from--;
        return AgentMessage.Of(prefix.Events[from..].OfType<AgentSaid>().Select(a => a.Text));
    }
}
