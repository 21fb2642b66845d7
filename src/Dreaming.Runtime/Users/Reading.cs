using System.Collections.Immutable;

namespace Dreaming.Users;

/// <summary>Reads what an agent wants of the user: facts, a choice, a yes, or nothing.</summary>
internal sealed class Reading(AgentMessage message, ImmutableArray<SlotFact> facts, AskedPhrases phrases, HashSet<SlotFact> told)
{
    /// <summary>What the user has to answer.</summary>
    public sealed class Reply
    {
        /// <summary>Facts that were asked for.</summary>
        public List<SlotFact> Tells { get; } = [];
        /// <summary>Facts between whose values the agent offered a choice.</summary>
        public List<SlotFact> Chooses { get; } = [];
        /// <summary>A fact was asked for that the user does not know.</summary>
        public bool AsksUnknown { get; set; }
        /// <summary>A proposal that contradicts nothing.</summary>
        public bool Agrees { get; set; }
        /// <summary>The fact that a proposal gets wrong.</summary>
        public SlotFact? Denied { get; set; }
        /// <summary>The agent asked whether there is anything else.</summary>
        public bool Closes { get; set; }
        /// <summary>The agent asked what the user wants.</summary>
        public bool Invites { get; set; }
        /// <summary>The agent asked something that the user has no answer to.</summary>
        public bool Puzzled { get; set; }
    }

    /// <summary>Reads the whole message.</summary>
    public Reply Answer()
    {
        var reply = new Reply();
        foreach (var sentence in message.Sentences)
            if (sentence.Asks)
                Read(sentence, reply);
        if (reply.Denied is not null)
            reply.Agrees = false;
        reply.Tells.RemoveAll(f => f == reply.Denied);
        reply.Chooses.RemoveAll(f => f == reply.Denied || reply.Tells.Contains(f));
        return reply;
    }

    private void Read(AgentSentence sentence, Reply reply)
    {
        if (sentence.Closes)
        {
            reply.Closes = true;
            return;
        }

        List<SlotFact> asked = [.. phrases.In(sentence.Text).Select(slot => facts[slot])];
        if (sentence.OffersChoice && Chosen(sentence, asked) is { Count: > 0 } chosen)
        {
            Add(reply.Chooses, chosen);
            return;
        }

        if (sentence.Proposes)
        {
            Propose(sentence, reply);
            Add(reply.Tells, sentence.AsksForContent ? asked.Where(f => f.Known && !told.Contains(f)) : []);
            return;
        }

        if (sentence.AsksYesOrNo && facts.Any(f => f.IsContradictedBy(sentence.Text, sentence.Text, facts)))
        {
            Propose(sentence, reply);
            return;
        }

        // Asked whether a fact is what it is: a yes says it all.
        if (sentence.AsksYesOrNo && asked.Count > 0 && asked.TrueForAll(f => f.IsNamedIn(sentence.Text)))
            reply.Agrees = true;
        else if (asked.Count > 0)
        {
            Add(reply.Tells, asked.Where(f => f.Known));
            reply.AsksUnknown |= asked.Exists(f => !f.Known);
        }
        else if (sentence.Invites)
            reply.Invites = true;
        else if (Phrases.Has(sentence.Text, "confirm"))
            Propose(sentence, reply);
        else if (sentence.IsQuestion)
            reply.Puzzled = true;
    }

    private void Propose(AgentSentence sentence, Reply reply)
    {
        reply.Denied ??= facts.FirstOrDefault(f => f.IsContradictedBy(message.Text, sentence.Text, facts));
        reply.Agrees = true;
    }

    // A choice between values, or between readings that the dream leaves open.
    private List<SlotFact> Chosen(AgentSentence sentence, List<SlotFact> asked) =>
        [.. facts.Where(f => f.Known && (f.IsNamedIn(sentence.Text) && !asked.Contains(f) || !f.Wrong.IsEmpty && IsLeftOpen(f, sentence, asked)))];

    private bool IsLeftOpen(SlotFact fact, AgentSentence sentence, List<SlotFact> asked) =>
        asked.Contains(fact) || asked.Count == 0 && (fact.IsNamedIn(message.Text) || fact.Wrong.Any(w => Phrases.Has(message.Text, w)) || Phrases.Has(sentence.Text, "which"));

    private static void Add(List<SlotFact> to, IEnumerable<SlotFact> facts) => to.AddRange(facts.Where(f => !to.Contains(f)).ToList());
}
