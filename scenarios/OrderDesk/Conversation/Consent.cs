using System.Text.RegularExpressions;
using Dreaming;

namespace OrderDesk;

/// <summary>Whether the user has agreed to an action that the agent named.</summary>
internal static partial class Consent
{
    public static readonly string[] Cancelling = ["cancel"];
    public static readonly string[] Returning = ["return", "refund", "send back"];
    public static readonly string[] Exchanging = ["exchange", "swap", "replace", "switch"];
    public static readonly string[] ChangingItems = ["modif", "change", "swap", "replace", "switch", "exchange", "update", "upgrade"];
    public static readonly string[] ChangingPayment = ["payment", "pay with", "card", "paypal"];
    public static readonly string[] ChangingAddress = ["address"];

    /// <summary>
    /// The last message of the user agrees, and answers messages of the agent of which one names the action. A yes still stands when all that was missing was the payment method,
    /// the agent asked for it, and this message names it and speaks of no change.
    /// </summary>
    public static bool Given(Trajectory t, string[] action) => Given(t.Events.AsSpan(), action);

    /// <summary>The last message of the user agrees, and what it answers surely names one change: one kind of it, one order at most, and no word for several.</summary>
    public static bool ToOneChange(Trajectory t)
    {
        var events = t.Events.AsSpan();
        var answer = LastMessage(events);
        if (answer < 0 || !Phrases.Agrees(TextAt(events, answer)))
            return false;
        var words = TextAt(events, answer);
        foreach (var e in Answered(events, answer))
            if (e is AgentSaid said)
                words += "\n" + said.Text;
        return !Several().IsMatch(words)
            && Kind().Matches(words).Select(m => m.Groups.Values.Skip(1).First(g => g.Success).Name).Distinct().Count() == 1
            && OrderNumber().Matches(words).Select(m => m.Value).Distinct().Count() <= 1;
    }

    private static bool Given(ReadOnlySpan<TrajectoryEvent> events, string[] action)
    {
        var answer = LastMessage(events);
        if (answer < 0)
            return false;
        var text = TextAt(events, answer);
        var answered = Answered(events, answer);
        if (Names(answered, action) && (Phrases.Agrees(text) || (Phrases.Instructs(text) && AsksForConfirmation(answered))))
            return true;
        return Completes(text, answered) && Given(events[..(answer - answered.Length)], action);
    }

    private static int LastMessage(ReadOnlySpan<TrajectoryEvent> events)
    {
        var at = events.Length - 1;
        while (at >= 0 && events[at] is not UserSaid)
            at--;
        return at;
    }

    private static string TextAt(ReadOnlySpan<TrajectoryEvent> events, int index) => ((UserSaid)events[index]).Text;

    // What happened between the user's message before and this one.
    private static ReadOnlySpan<TrajectoryEvent> Answered(ReadOnlySpan<TrajectoryEvent> events, int answer) =>
        events[(LastMessage(events[..answer]) + 1)..answer];

    private static bool Names(ReadOnlySpan<TrajectoryEvent> answered, string[] action)
    {
        foreach (var e in answered)
            if (e is AgentSaid said && Phrases.MentionsAny(said.Text, action))
                return true;
        return false;
    }

    private static bool AsksForConfirmation(ReadOnlySpan<TrajectoryEvent> answered)
    {
        foreach (var e in answered)
            if (e is AgentSaid said && Phrases.Mentions(said.Text, "confirm") && !Phrases.MentionsAny(said.Text, "email", "e-mail", "zip"))
                return true;
        return false;
    }

    private static bool Completes(string text, ReadOnlySpan<TrajectoryEvent> answered)
    {
        var asked = false;
        foreach (var e in answered)
        {
            if (e is ToolCalled called && Writes.IsChange(called))
                return false;
            asked |= e is AgentSaid said && Phrases.NamesPaymentMethod(said.Text);
        }

        return asked && Phrases.NamesPaymentMethod(text) && !Kind().IsMatch(text) && !Phrases.Refuses(text);
    }

    [GeneratedRegex("""
        (?<cancel> \bcancel ) | (?<return> \b(return|send\ back) )
        | (?<swap> \b(exchang|swap|replac|upgrad) | \b(chang|modif|switch|updat)\w*\s+(the\s+|your\s+|an?\s+)?items?\b )
        | (?<payment> \b(chang|modif|switch|updat)\w*\s+(the\s+|your\s+)?payment | \bpay\ with )
        | (?<address> \baddress )
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Kind();

    [GeneratedRegex(@"\b(both|two|three|several|each|orders|them|these|those|all)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    [GeneratedRegex(@"\bW\d{5,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex OrderNumber();
}
