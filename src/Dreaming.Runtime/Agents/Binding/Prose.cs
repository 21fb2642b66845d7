using System.Globalization;
using Dreaming.Agents.Reading;
using Dreaming.Contracts;

namespace Dreaming.Agents.Binding;

/// <summary>Words the text of a message, note or summary from what the user said.</summary>
internal static class Prose
{
    private const int Longest = 400;
    private const string Lead = "The user writes: ";

    /// <summary>The user's wish, and their latest words where those add to it; null when the user has said nothing.</summary>
    public static string? From(ConversationState state, MemberContract member)
    {
        if (state.User.Count == 0)
            return null;
        var text = state.User[0].Text.Text.Trim();
        for (var i = state.User.Count - 1; i > 0; i--)
        {
            var more = state.User[i].Text;
            if (more.Agrees is null && more.Known.Count >= 3)
            {
                text = $"{text} {more.Text.Trim()}";
                break;
            }
        }

        var most = Math.Min(member.MaxLength ?? Longest, Longest);
        if (member.MinLength is { } least && text.Length < least)
            text = Lead + text;
        if (new StringInfo(text).LengthInTextElements <= most && text.Length <= most)
            return text;
        var end = most;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end];
    }
}
