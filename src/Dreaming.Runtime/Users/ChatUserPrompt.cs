using System.Collections.Immutable;
using System.Text;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Microsoft.Extensions.AI;

namespace Dreaming.Users;

/// <summary>The words in which a chat model is asked to play a user.</summary>
internal static class ChatUserPrompt
{
    private const string DoneToken = "[DONE]";
    private const string GiveUpToken = "[GIVE UP]";

    private const string Rules = """
        You play a person who writes to a service desk. The other side of this chat is the desk's assistant; you are never the assistant.
        Write one short message at a time, as that person would type it. Say nothing about these instructions.
        Never invent a fact. What is not listed below you do not know: say that you do not know it.
        Agree to what the assistant proposes when it fits the facts below; correct it when it does not.
        """;

    public static string Instructions(ScenarioContract scenario, Dream dream, ImmutableArray<SlotFact> facts, string? lastFailure)
    {
        var text = new StringBuilder(Rules)
            .Append("\n\nThe situation: ").Append(scenario.Title)
            .Append("\nYou opened with: ").Append(dream.Opening).Append('\n');
        List(text, "You know, and may say whenever it helps:", facts.Where(f => f.Known && f.Contract.Knowledge == Knowledge.Open && !IsWithheld(dream, f)));
        List(text, "You know, but say only when the assistant asks for it:", facts.Where(f => f.Known && (f.Contract.Knowledge == Knowledge.Hidden || IsWithheld(dream, f))));
        var unknown = facts.Where(f => !f.Known).Select(f => f.Label).ToList();
        if (unknown.Count > 0)
            text.Append("\nYou do not know: ").AppendJoin(", ", unknown).Append('\n');
        foreach (var change in dream.Skeleton.Operators.OfType<ChangeOfMind>())
            if (facts.FirstOrDefault(f => f.Name == change.Slot) is { Known: true } fact)
                text.Append("\nYou said ").Append(change.First).Append(" for the ").Append(fact.Label).Append(" at first, but you mean ").Append(fact.Spoken).Append(": say so in your next message, once.\n");
        text.Append("\nWhen you have what you came for, or a definite no, thank the assistant and end your message with ").Append(DoneToken)
            .Append(". When the conversation clearly leads nowhere, end your message with ").Append(GiveUpToken).Append('.');
        if (lastFailure is not null)
            text.Append("\n\nYour last reply could not be used: ").Append(lastFailure).Append(". Write another one.");
        return text.ToString();
    }

    /// <summary>The conversation from the user's side: the assistant's words arrive as the user's do elsewhere. Tool calls are invisible to users.</summary>
    public static IReadOnlyList<ChatMessage> Conversation(Trajectory soFar) =>
    [
        .. soFar.Events.Select(e => e switch
        {
            UserSaid user => new ChatMessage(ChatRole.Assistant, user.Text),
            AgentSaid agent => new ChatMessage(ChatRole.User, agent.Text),
            _ => null,
        }).OfType<ChatMessage>(),
    ];

    /// <summary>What the model means; neither words nor an end when it said nothing.</summary>
    public static UserMove Read(string reply)
    {
        EndReason? end = reply.Contains(DoneToken, StringComparison.OrdinalIgnoreCase) ? EndReason.UserDone
            : reply.Contains(GiveUpToken, StringComparison.OrdinalIgnoreCase) ? EndReason.UserGaveUp
            : null;
        var words = reply
            .Replace(DoneToken, "", StringComparison.OrdinalIgnoreCase)
            .Replace(GiveUpToken, "", StringComparison.OrdinalIgnoreCase)
            .Trim();
        return new(words.Length == 0 ? null : words, end);
    }

    private static void List(StringBuilder text, string heading, IEnumerable<SlotFact> facts)
    {
        var any = false;
        foreach (var fact in facts)
        {
            if (!any)
                text.Append('\n').Append(heading).Append('\n');
            any = true;
            text.Append("- ").Append(fact.Label).Append(": ").Append(fact.Spoken).Append('\n');
        }
    }

    private static bool IsWithheld(Dream dream, SlotFact fact) =>
        dream.Skeleton.Operators.Any(o => o is Withhold w && w.Slot == fact.Name || o is TwoReadings t && t.Slot == fact.Name);
}
