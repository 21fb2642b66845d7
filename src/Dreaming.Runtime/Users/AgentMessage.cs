using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dreaming.Users;

/// <summary>A sentence of an agent.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Asks">It asks for something, as a question or as a request.</param>
internal readonly record struct AgentSentence(string Text, bool Asks)
{
    private static readonly PhraseSet Proposals = new(
        "shall I", "should I", "would you like me to", "would you like to", "do you want", "is that correct", "is this correct", "is that right", "is this right", "are these correct",
        "proceed", "go ahead", "yes/no", "yes or no", "okay with you", "does that work", "does this work", "do you agree", "do you confirm", "are you sure", "sound good", "sounds good");

    private static readonly PhraseSet Closings = new(
        "is there anything else", "anything else I can", "anything else I could", "anything else you need", "anything else you'd like", "anything else today", "with anything else",
        "any other questions", "any further questions", "further assistance", "something else I can");

    private static readonly PhraseSet Invitations = new(
        "how can I help", "how may I help", "how can I assist", "how may I assist", "what can I do for you", "what can I help", "help you today", "tell me more", "more details", "more detail",
        "more information", "anything else you can tell", "anything else I should know", "what do you need", "what would you like", "what exactly", "could you clarify", "can you clarify",
        "please clarify", "could you explain", "can you explain", "could you rephrase", "what is this about");

    private static readonly PhraseSet NotClosings = new("you can tell", "should know", "tell me");

    private static readonly PhraseSet Choices = new("do you mean", "did you mean");

    private static readonly PhraseSet Contents = new("what", "what's", "which", "when", "where", "who", "how many", "how much", "provide", "tell me", "give me", "share");

    private static readonly PhraseSet Confirmations = new("confirm", "correct", "right");

    private static readonly PhraseSet Verbs = new("is", "are", "was", "were", "do", "does", "did", "am", "have", "has", "had", "shall", "should", "would", "will", "can", "could", "may", "so");

    /// <summary>It ends with a question mark.</summary>
    public bool IsQuestion => Text.EndsWith('?');

    /// <summary>It proposes something that is answered by yes or no.</summary>
    public bool Proposes => Asks && Proposals.IsIn(Text);

    /// <summary>It asks whether the conversation may end.</summary>
    public bool Closes => IsQuestion && Closings.IsIn(Text) && !NotClosings.IsIn(Text);

    /// <summary>It invites the user to say what they want.</summary>
    public bool Invites => Asks && Invitations.IsIn(Text);

    /// <summary>It lets the user choose.</summary>
    public bool OffersChoice => Asks && (Phrases.Has(Text, "which") || Phrases.Has(Text, "or") && !Phrases.Has(Text, "yes or no") || Choices.IsIn(Text));

    /// <summary>It asks for content: who, what, where.</summary>
    public bool AsksForContent => Contents.IsIn(Text);

    /// <summary>It asks the user to confirm something, or is a question that starts with a verb.</summary>
    public bool AsksYesOrNo =>
        Asks && (Confirmations.IsIn(Text) || IsQuestion && Verbs.Begins(Text));
}

/// <summary>What an agent said since the user last spoke, sentence by sentence.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Sentences">Its sentences.</param>
internal sealed partial record AgentMessage(string Text, ImmutableArray<AgentSentence> Sentences)
{
    private static readonly PhraseSet Requests = new("please", "could you", "can you", "tell me", "provide", "confirm", "may I", "need your", "I need", "I'll need", "let me know", "give me", "share your", "I'd need", "I require", "kindly");

    public static AgentMessage Of(IEnumerable<string> texts)
    {
        var text = string.Join('\n', texts).Replace('\u2019', '\'');
        var sentences = ImmutableArray.CreateBuilder<AgentSentence>();
        var listAsks = false;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // What stands in a list is asked for when the line above it asks: "Please provide:" and one fact a line.
            if (listAsks && Bullet().Match(line) is { Success: true } bullet)
            {
                sentences.Add(new AgentSentence(line[bullet.Length..], true));
                continue;
            }

            var plain = line.Replace("**", "", StringComparison.Ordinal);
            for (var from = 0; from < plain.Length;)
            {
                var (end, next) = SentenceEnd(plain, from);
                var part = plain[from..end];
                from = next;
                if (part.Length > 0)
                    sentences.Add(new AgentSentence(part, part.AsSpan().TrimEnd("\")* ").EndsWith('?') || Requests.IsIn(part)));
            }

            listAsks = sentences is [.., { Asks: true } last] && last.Text.EndsWith(':');
        }

        return new(text, sentences.ToImmutable());
    }

    // A sentence ends where white space follows a mark; the next begins behind that space.
    private static (int End, int Next) SentenceEnd(string line, int from)
    {
        for (var end = from; end < line.Length; end++)
            if (end > 0 && line[end - 1] is ('.' or '!' or '?') && char.IsWhiteSpace(line[end]))
            {
                var next = end + 1;
                while (next < line.Length && char.IsWhiteSpace(line[next]))
                    next++;
                return (end, next);
            }

        return (line.Length, line.Length);
    }

    [GeneratedRegex(@"^([-*\u2022]|\d{1,2}[.)])\s+")]
    private static partial Regex Bullet();
}
