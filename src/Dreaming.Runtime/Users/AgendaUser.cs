using System.Collections.Immutable;
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

    /// <inheritdoc/>
    public ValueTask<UserMove> NextAsync(Dream dream, Trajectory soFar, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var facts = SlotFact.Of(domain, dream);
        var agenda = new Agenda(dream, facts);
        AgendaAnswer answer = default;
        var idle = 0;
        foreach (var prefix in Exchanges(soFar))
        {
            answer = agenda.Answer(LastMessage(prefix), prefix);
            idle = answer.Productive ? 0 : idle + 1;
        }

        var number = soFar.UserTexts.Count();
        if (answer.Done)
            return new(new UserMove(Spoken("Thank you, that's all I need."), EndReason.UserDone));
        if (idle >= Patience)
            return new(new UserMove(Spoken("This isn't getting me anywhere. I'll try elsewhere."), EndReason.UserGaveUp));
        return new(new UserMove(Spoken(string.Join(' ', answer.Sentences)), null));

        string Spoken(string text) => dream.Skeleton.Operators.OfType<Noise>().Aggregate(text, (words, noise) => Typing.Of(
            words, Values(dream, facts), noise.Rate, new Seed(dream.Seed).Derive("user", number).ToRandom()));
    }

    private static IEnumerable<string> Values(Dream dream, ImmutableArray<SlotFact> facts) =>
        dream.Spoken.Values.Concat(facts.SelectMany(f => f.Wrong)).Concat(facts.Select(f => f.Meant).OfType<string>()).Where(v => v.Length > 0);

    // The conversation up to each message of the agent that the user answered, and up to the one that is to be answered now.
    private static IEnumerable<Trajectory> Exchanges(Trajectory soFar)
    {
        for (var i = 1; i < soFar.Events.Length; i++)
            if (soFar.Events[i] is UserSaid && soFar.Events[i - 1] is AgentSaid)
                yield return soFar.Before(i);
        yield return soFar;
    }

    private static AgentMessage LastMessage(Trajectory prefix)
    {
        var from = prefix.Events.Length;
        while (from > 0 && prefix.Events[from - 1] is not UserSaid)
            from--;
        return AgentMessage.Of(prefix.Events[from..].OfType<AgentSaid>().Select(a => a.Text));
    }
}
