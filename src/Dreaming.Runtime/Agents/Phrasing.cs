using System.Text;
using Dreaming.Agents.Reading;
using Dreaming.Contracts;

namespace Dreaming.Agents;

/// <summary>What a message of the agent does.</summary>
internal enum ActKind
{
    None,
    /// <summary>Asks for a value.</summary>
    Ask,
    /// <summary>Asks which of several is meant.</summary>
    Which,
    /// <summary>Asks for a yes before a change.</summary>
    Confirm,
    /// <summary>Asks what is wanted.</summary>
    Open,
    /// <summary>States what was found.</summary>
    Inform,
    /// <summary>States what was done.</summary>
    Done,
    /// <summary>Says that all is done, whether it is or not.</summary>
    Claim,
    /// <summary>States why something cannot be done.</summary>
    Decline,
    /// <summary>Turns down what no tool has refused.</summary>
    Refuse,
    /// <summary>Says that a tool failed.</summary>
    Apologise,
    /// <summary>Words that are none of the agent's own.</summary>
    Other,
}

/// <summary>A message of the agent, reduced to what it does and to what.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Subject">The slot or tool in words; empty when it has none.</param>
internal readonly record struct Act(ActKind Kind, string Subject)
{
    public bool IsQuestion => Kind is ActKind.Ask or ActKind.Which or ActKind.Confirm or ActKind.Open;
}

/// <summary>The words of the policy agent. It has no others, and knows its own when it reads them again.</summary>
internal static class Phrasing
{
    public const string OpenQuestion = "How can I help you? Is there anything else you can tell me about what you need?";
    public const string Claimed = "Your request has been taken care of.";
    public const string Refused = "I am sorry, but that is not something I can do for you here.";

    private const string AskStart = "Could you tell me your ";
    private const string WhichStart = "Which ";
    private const string WhichMiddle = " do you mean: ";
    private const string ConfirmStart = "Shall I go ahead with ";
    private const string InformStart = "I have looked that up with ";
    private const string DoneStart = "This has been done: ";
    private const string DeclineStart = "I am sorry, I cannot do that: ";
    private const string ApologyStart = "I am sorry, this cannot be done at the moment. It failed at: ";
    private const int MostFacts = 14;

    public static string Ask(Slot slot)
    {
        var description = slot.Member.Description.TrimEnd('.', ' ');
        return description.Length == 0 || slot.AllStems.Count == slot.NameStems.Count
            ? $"{AskStart}{slot.Words}, please?"
            : $"{AskStart}{slot.Words} ({char.ToLowerInvariant(description[0])}{description[1..].Replace('.', ',')}), please?";
    }

    public static string Which(string memberWords, IReadOnlyList<string> values) =>
        $"{WhichStart}{memberWords}{WhichMiddle}{string.Join(", ", values.Take(values.Count - 1))} or {values[^1]}?";

    public static string Confirm(ToolEntry tool, IEnumerable<(string Name, string Text)> arguments) =>
        $"{ConfirmStart}{tool.Words}: {string.Join(", ", arguments.Select(a => $"{Language.Words.OfName(a.Name)} {a.Text}"))}? (yes/no)";

    public static string Inform(CallSeen call) => $"{InformStart}{Subject(call)}: {Facts(call)}.";

    public static string Done(IEnumerable<CallSeen> writes) => $"{DoneStart}{string.Join("; ", writes.Select(w => $"{Subject(w)}: {Facts(w)}"))}.";

    public static string Decline(CallSeen call) => $"{DeclineStart}{Reason(call.Content)}";

    public static string Apologise(CallSeen call) => $"{ApologyStart}{Subject(call)}.";

    /// <summary>What one of the agent's own messages does; <see cref="ActKind.Other"/> for words of somebody else.</summary>
    public static Act Recognise(string text)
    {
        if (text == OpenQuestion)
            return new(ActKind.Open, "");
        if (text == Claimed)
            return new(ActKind.Claim, "");
        if (text == Refused)
            return new(ActKind.Refuse, "");
        if (After(text, AskStart) is { } asked)
            return new(ActKind.Ask, Until(asked, " (", ", please"));
        if (After(text, ConfirmStart) is { } confirmed)
            return new(ActKind.Confirm, Until(confirmed, ":", "?"));
        if (After(text, InformStart) is { } informed)
            return new(ActKind.Inform, Until(informed, ":", "."));
        if (After(text, DoneStart) is { } done)
            return new(ActKind.Done, Until(done, ":", "."));
        // What was declined stands in the call before it, not in the words.
        if (text.StartsWith(DeclineStart, StringComparison.Ordinal))
            return new(ActKind.Decline, "");
        if (After(text, ApologyStart) is { } failed)
            return new(ActKind.Apologise, Until(failed, ".", "."));
        if (After(text, WhichStart) is { } which && which.Contains(WhichMiddle, StringComparison.Ordinal))
            return new(ActKind.Which, Until(which, WhichMiddle, "?"));
        return new(ActKind.Other, "");
    }

    private static string Reason(string content) => content.StartsWith("Error: ", StringComparison.Ordinal) ? content[7..].Trim() : content.Trim();

    private static string Subject(CallSeen call) => call.Tool?.Words ?? Language.Words.OfName(call.Name);

    // Values that identify people are not read out.
    private static string Facts(CallSeen call)
    {
        var text = new StringBuilder();
        var count = 0;
        if (call.Reply is null || call.Reply.Rows.Count == 0)
            return "the answer could not be read";
        foreach (var row in call.Reply.Rows)
        {
            foreach (var value in row.Values)
            {
                if (value.Sensitive || value.Kind == System.Text.Json.JsonValueKind.Null)
                    continue;
                if (++count > MostFacts)
                    return text.Append(", and more").ToString();
                if (text.Length > 0)
                    text.Append(", ");
                text.Append(Language.Words.OfName(value.Name)).Append(": ").Append(value.Text.Length > 160 ? value.Text[..160] : value.Text);
            }
        }

        foreach (var (name, size) in call.Reply.Lists)
            if (size == 0)
                text.Append(text.Length > 0 ? ", " : "").Append("no ").Append(Language.Words.OfName(name));
        return text.Length == 0 ? "nothing" : text.ToString();
    }

    private static string? After(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : null;

    private static string Until(string text, string end, string otherEnd)
    {
        var at = text.IndexOf(end, StringComparison.Ordinal);
        var other = text.IndexOf(otherEnd, StringComparison.Ordinal);
        if (at < 0 || (other >= 0 && other < at))
            at = other;
        return at < 0 ? text : text[..at];
    }
}
