using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dreaming.Users;

/// <summary>A sentence of an agent.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Asks">It asks for something, as a question or as a request.</param>
internal readonly record struct AgentSentence(string Text, bool Asks)
{
    private static readonly string[] Proposals =
    [
        "shall I", "should I", "would you like me to", "would you like to", "do you want", "is that correct", "is this correct", "is that right", "is this right", "are these correct",
        "proceed", "go ahead", "yes/no", "yes or no", "okay with you", "does that work", "does this work", "do you agree", "do you confirm", "are you sure", "sound good", "sounds good",
    ];

    private static readonly string[] Closings =
    [
        "is there anything else", "anything else I can", "anything else I could", "anything else you need", "anything else you'd like", "anything else today", "with anything else",
        "any other questions", "any further questions", "further assistance", "something else I can",
    ];

    private static readonly string[] Invitations =
    [
        "how can I help", "how may I help", "how can I assist", "how may I assist", "what can I do for you", "what can I help", "help you today", "tell me more", "more details", "more detail",
        "more information", "anything else you can tell", "anything else I should know", "what do you need", "what would you like", "what exactly", "could you clarify", "can you clarify",
        "please clarify", "could you explain", "can you explain", "could you rephrase", "what is this about",
    ];

    private static readonly string[] Verbs =
        ["is", "are", "was", "were", "do", "does", "did", "am", "have", "has", "had", "shall", "should", "would", "will", "can", "could", "may", "so"];

    /// <summary>It ends with a question mark.</summary>
    public bool IsQuestion => Text.EndsWith('?');

    /// <summary>It proposes something that is answered by yes or no.</summary>
    public bool Proposes => Asks && Phrases.HasAny(Text, Proposals);

    /// <summary>It asks whether the conversation may end.</summary>
    public bool Closes => IsQuestion && Phrases.HasAny(Text, Closings) && !Phrases.HasAny(Text, ["you can tell", "should know", "tell me"]);

    /// <summary>It invites the user to say what they want.</summary>
    public bool Invites => Asks && Phrases.HasAny(Text, Invitations);

    /// <summary>It lets the user choose.</summary>
    public bool OffersChoice => Asks && (Phrases.Has(Text, "which") || Phrases.Has(Text, "or") && !Phrases.Has(Text, "yes or no") || Phrases.HasAny(Text, ["do you mean", "did you mean"]));

    /// <summary>It asks for content: who, what, where.</summary>
    public bool AsksForContent => Phrases.HasAny(Text, ["what", "what's", "which", "when", "where", "who", "how many", "how much", "provide", "tell me", "give me", "share"]);

    /// <summary>It asks the user to confirm something, or is a question that starts with a verb.</summary>
    public bool AsksYesOrNo =>
        Asks && (Phrases.HasAny(Text, ["confirm", "correct", "right"]) || IsQuestion && StartsWithVerb(Text));

    private static bool StartsWithVerb(string text) => Array.Exists(Verbs, v => Phrases.Find(text, v, 0) == 0);
}

/// <summary>What an agent said since the user last spoke, sentence by sentence.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Sentences">Its sentences.</param>
internal sealed partial record AgentMessage(string Text, ImmutableArray<AgentSentence> Sentences)
{
    private static readonly string[] Requests =
        ["please", "could you", "can you", "tell me", "provide", "confirm", "may I", "need your", "I need", "I'll need", "let me know", "give me", "share your", "I'd need", "I require", "kindly"];

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

            foreach (var part in Gap().Split(line.Replace("**", "", StringComparison.Ordinal)))
                if (part.Length > 0)
                    sentences.Add(new AgentSentence(part, part.TrimEnd('"', ')', '*', ' ').EndsWith('?') || Phrases.HasAny(part, Requests)));
            listAsks = sentences is [.., { Asks: true } last] && last.Text.EndsWith(':');
        }

        return new(text, sentences.ToImmutable());
    }

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^([-*\u2022]|\d{1,2}[.)])\s+")]
    private static partial Regex Bullet();
}
