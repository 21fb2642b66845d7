using System.Collections.Immutable;
using Dreaming.Dreams;

namespace Dreaming.Users;

/// <summary>What the user answers to one message of the agent.</summary>
/// <param name="Sentences">What is said; empty when there is nothing to say.</param>
/// <param name="Productive">The conversation moved.</param>
/// <param name="Done">The user has heard an outcome and has nothing left to say.</param>
internal readonly record struct AgendaAnswer(ImmutableArray<string> Sentences, bool Productive, bool Done);

/// <summary>The user's side of one dream: what is known, what was told, and what to say next.</summary>
/// <param name="dream">The dream.</param>
/// <param name="facts">What the user of that dream has to tell.</param>
/// <param name="phrases">The phrases by which the scenario's slots are asked for.</param>
internal sealed class Agenda(Dream dream, ImmutableArray<SlotFact> facts, AskedPhrases phrases)
{
    private static readonly PhraseSet Outcomes = new(
        "has been", "have been", "is now", "are now", "will be", "is ready", "are ready", "all set", "is done", "are done", "done", "complete", "completed", "successfully", "ordered", "booked",
        "cancelled", "canceled", "processed", "updated", "changed", "returned", "exchanged", "refunded", "sent", "escalated", "arranged", "unable", "cannot", "can't", "can not", "could not", "couldn't",
        "not able", "not possible", "not allowed", "sorry", "unfortunately", "declined", "refused", "denied");

    private static readonly PhraseSet Delays = new(
        "one moment", "a moment", "hold on", "please wait", "bear with me", "let me", "I'll check", "I will check", "I'll look", "I will look", "I'm checking", "I am checking", "give me a",
        "I'll now", "I will now", "I'm going to", "I am going to");

    private static readonly PhraseSet Preliminaries = new("identity", "verified", "verification", "I found", "I have found", "located", "thank you for", "thanks for", "welcome", "hello", "hi");

    /// <summary>Values that no slip of the keyboard touches.</summary>
    public ImmutableArray<string> Values { get; } =
        [.. dream.Spoken.Values.Concat(facts.SelectMany(f => f.Wrong)).Concat(facts.Select(f => f.Meant).OfType<string>()).Where(v => v.Length > 0)];

    /// <summary>What the user answers to the agent's words since the user last spoke, without regard to patience.</summary>
    /// <param name="message">Those words.</param>
    /// <param name="soFar">Everything that has happened, those words included.</param>
    public AgendaAnswer Answer(AgentMessage message, Trajectory soFar)
    {
        var userTexts = soFar.UserTexts.ToList();
        var told = Told(userTexts);
        var reply = new Reading(message, facts, phrases, told).Answer();
        var said = ImmutableArray.CreateBuilder<string>();
        var corrects = userTexts.Count == 1 && Corrections().Any();
        if (corrects)
            said.AddRange(Corrections());
        if (reply.Denied is { } denied && !(corrects && IsCorrected(denied)))
            said.Add($"No, {SlotFact.Sentence(denied.Spoken!)}");
        else if (reply.Agrees && !corrects)
            said.Add("Yes, please.");
        said.AddRange(reply.Tells.Select(f => f.Tell()));
        said.AddRange(reply.Chooses.Select(f => $"I mean {SlotFact.Sentence(f.Spoken!)}"));
        if (reply.AsksUnknown)
            said.Add("I don't know that, sorry.");

        var moved = AnyCallSucceeded(soFar);
        var newly = corrects || reply.Tells.Exists(f => !told.Contains(f)) || reply.Chooses.Exists(f => !told.Contains(f));
        var productive = moved || newly || (reply.Agrees || reply.Denied is not null) && !IsRepeated(message, soFar);
        if (said.Count > 0)
            return new(said.ToImmutable(), productive, false);
        if (reply.Closes)
            return soFar.AgentTexts.Any(t => IsOutcome(AgentMessage.Of([t]), false)) || GotSomewhere(soFar) ? new([], true, true) : new(Restated(told), false, false);
        if (reply.Invites)
            return new(Restated(told), moved || userTexts.Count == 1, false);
        if (reply.Puzzled)
            return new(["I'm not sure."], moved, false);
        if (IsOutcome(message, false) || IsOutcome(message, moved) && IsToldMoreThanOnce(message, soFar))
            return new([], true, true);
        return Delays.IsIn(message.Text) ? new(["Okay, thank you."], moved, false) : new(Restated(told), moved, false);
    }

    private IEnumerable<string> Corrections() =>
        from change in dream.Skeleton.Operators.OfType<ChangeOfMind>()
        let fact = facts.FirstOrDefault(f => f.Name == change.Slot)
        where fact is { Known: true }
        select $"Actually, I meant {fact.Spoken}, not {SlotFact.Sentence(change.First)}";

    private HashSet<SlotFact> Told(List<string> userTexts)
    {
        var told = new HashSet<SlotFact>();
        foreach (var fact in facts)
            for (var i = 0; fact.Known && i < userTexts.Count; i++)
                if (IsTold(fact, userTexts[i], i))
                {
                    told.Add(fact);
                    break;
                }

        return told;
    }

    // An opening that names two values for a fact has told neither.
    private static bool IsTold(SlotFact fact, string text, int index) => fact.IsNamedIn(text) && (index > 0 || !fact.Wrong.Any(w => Phrases.Has(text, w)));

    private bool IsCorrected(SlotFact fact) => dream.Skeleton.Operators.OfType<ChangeOfMind>().Any(c => c.Slot == fact.Name);

    // The wish once more, with what belongs to it and was not said; a slot that the dream withholds or leaves open waits until it is asked for.
    private ImmutableArray<string> Restated(HashSet<SlotFact> told)
    {
        var waiting = dream.Skeleton.Operators.Select(o => o switch { Withhold w => w.Slot, TwoReadings t => t.Slot, ChangeOfMind c => c.Slot, _ => null }).ToHashSet(StringComparer.Ordinal);
        return
        [
            dream.Opening,
            .. Corrections(),
            .. facts.Where(f => f.Known && f.Contract.Knowledge == Contracts.Knowledge.Open && !told.Contains(f) && !waiting.Contains(f.Name)).Select(f => f.Tell()),
        ];
    }

    private static bool IsOutcome(AgentMessage message, bool callSucceeded) => message.Sentences.Any(s =>
        !s.IsQuestion && !Delays.IsIn(s.Text) && !Preliminaries.IsIn(s.Text) && (callSucceeded || Outcomes.IsIn(s.Text)));

    // Something that was looked up may be what the user came for, or only a step: the first time, the user asks once more for what they want.
    private static bool IsToldMoreThanOnce(AgentMessage message, Trajectory soFar) => soFar.AgentTexts
        .Select(t => AgentMessage.Of([t]))
        .Any(m => !message.Text.Contains(m.Text, StringComparison.Ordinal) && !m.Sentences.Any(s => s.Asks) && IsOutcome(m, true));

    private static bool AnyCallSucceeded(Trajectory soFar)
    {
        for (var i = soFar.Events.Length - 1; i >= 0 && soFar.Events[i] is not UserSaid; i--)
            if (soFar.Events[i] is ToolReplied { Outcome: ReplyOutcome.Result })
                return true;
        return false;
    }

    // The first result is as a rule no more than finding out who is asking.
    private static bool GotSomewhere(Trajectory soFar) => soFar.Events.OfType<ToolReplied>().Count(r => r.Outcome == ReplyOutcome.Result) > 1;

    private static bool IsRepeated(AgentMessage message, Trajectory soFar)
    {
        var seen = 0;
        foreach (var text in soFar.AgentTexts)
            if (text.Replace('\u2019', '\'') == message.Text)
                seen++;
        return seen > 1;
    }
}
