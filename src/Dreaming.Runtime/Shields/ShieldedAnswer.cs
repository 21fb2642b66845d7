using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields;

/// <summary>What a chat client answered, as a proposal: what has happened in it already, the words, and the calls that nobody has answered yet.</summary>
/// <param name="Happened">The messages of calls that were made and answered inside of the client.</param>
/// <param name="Words">The words that end it, or come before its calls; empty when there are none.</param>
/// <param name="Calls">The calls that it leaves to others to make.</param>
internal readonly record struct ShieldedAnswer(ImmutableArray<ChatMessage> Happened, string Words, ImmutableArray<FunctionCallContent> Calls)
{
    public static ShieldedAnswer Of(ChatResponse response)
    {
        var messages = response.Messages.Where(m => m is not null).ToList();
        var answered = messages.FindLastIndex(m => m.Contents.Any(c => c is FunctionResultContent)) + 1;
        var proposed = messages.Skip(answered).Where(m => m.Role == ChatRole.Assistant).SelectMany(m => m.Contents).ToList();
        return new(
            [.. messages.Take(answered)],
            ShieldedConversation.Words(proposed),
            [.. proposed.OfType<FunctionCallContent>().Where(c => !c.InformationalOnly)]);
    }
}
