using System.Globalization;
using Dreaming.Agents;
using Dreaming.Critics;

namespace Dreaming.Reports.Html;

/// <summary>A conversation to be read: who said what, what was called, what came back, and what was violated where.</summary>
internal static class Transcript
{
    private const int LongReply = 400;

    public static void Write(HtmlWriter html, Trajectory trajectory, IReadOnlyList<Breach> breaches)
    {
        var answered = new HashSet<int>();
        using var list = html.Element("ol", ("class", "transcript"));
        for (var i = 0; i < trajectory.Events.Length; i++)
        {
            if (answered.Contains(i))
                continue;
            var here = new List<int> { i };
            if (trajectory.Events[i] is ToolCalled called && ReplyTo(trajectory, called, i) is var reply and > 0)
            {
                answered.Add(reply);
                here.Add(reply);
            }

            var violated = breaches.Where(b => here.Contains(b.Event)).ToArray();
            using (html.Element("li", ("class", Kind(trajectory.Events[i]) + (violated.Length > 0 ? " violated" : ""))))
            {
                WriteEvent(html, trajectory.Events[i], here.Count > 1 ? (ToolReplied)trajectory.Events[here[1]] : null);
                foreach (var breach in violated)
                    WriteBreach(html, breach);
            }

            html.Line();
        }

        foreach (var breach in breaches.Where(b => b.Event < 0 || b.Event >= trajectory.Events.Length))
            using (html.Element("li", ("class", "end violated")))
                WriteBreach(html, breach);
    }

    /// <summary>An action that was taken or should have been.</summary>
    public static void WriteAction(HtmlWriter html, AgentAction action)
    {
        if (action is CallTool call)
            WriteCall(html, call.Tool, call.Arguments);
        else if (action is Say say)
            html.Leaf("p", say.Text, ("class", "words"), ("dir", "auto"));
    }

    private static void WriteEvent(HtmlWriter html, TrajectoryEvent happened, ToolReplied? reply)
    {
        switch (happened)
        {
            case UserSaid said:
                html.Leaf("span", "User", ("class", "who")).Leaf("p", said.Text, ("class", "words"), ("dir", "auto"));
                break;
            case AgentSaid said:
                html.Leaf("span", "Agent", ("class", "who")).Leaf("p", said.Text, ("class", "words"), ("dir", "auto"));
                break;
            case ToolCalled called:
                html.Leaf("span", "Agent calls a tool", ("class", "who"));
                WriteCall(html, called.Tool, called.Arguments);
                if (!called.Violations.IsDefaultOrEmpty)
                    foreach (var violation in called.Violations)
                        html.Leaf("p", $"✗ Breaks the tool's contract at {violation}", ("class", "note bad"));
                if (reply is null)
                    html.Leaf("p", "→ no reply", ("class", "note"));
                else
                    WriteReply(html, reply);
                break;
            case ToolReplied unasked:
                html.Leaf("span", $"{unasked.Tool} answers", ("class", "who"));
                WriteReply(html, unasked);
                break;
            case Ended end:
                html.Leaf("p", Words.End(end.Reason) + (end.Owner == Owner.None ? "." : $" (owner: {Words.Of(end.Owner).ToLowerInvariant()}).") + (end.Detail is null ? "" : " " + end.Detail), ("class", "words"), ("dir", "auto"));
                break;
        }
    }

    private static void WriteCall(HtmlWriter html, string tool, RawJson arguments)
    {
        using var code = html.Element("pre", ("class", "call"));
        html.Leaf("b", tool).Text("(").Text(JsonText.Pretty(arguments.Text)).Text(")");
    }

    private static void WriteReply(HtmlWriter html, ToolReplied reply)
    {
        var outcome = reply.Outcome switch
        {
            ReplyOutcome.Result => "→ result",
            ReplyOutcome.Refused => "→ refused",
            ReplyOutcome.Invalid => "→ invalid call, not executed",
            _ => "→ fault",
        };
        html.Leaf("p", reply.Fault is { } fault ? $"{outcome} ({Words.Of(fault).ToLowerInvariant()})" : outcome, ("class", reply.Outcome == ReplyOutcome.Result && reply.Fault is null ? "note" : "note doubt"));
        var content = JsonText.Pretty(reply.Content);
        if (content.Length <= LongReply)
        {
            html.Leaf("pre", content, ("class", "reply"), ("dir", "auto"));
            return;
        }

        using var details = html.Element("details");
        html.Leaf("summary", string.Create(CultureInfo.InvariantCulture, $"{content.Length:N0} characters"));
        html.Leaf("pre", content, ("class", "reply"), ("dir", "auto"));
    }

    private static void WriteBreach(HtmlWriter html, Breach breach)
    {
        using var note = html.Element("p", ("class", "breach"));
        html.Leaf("b", string.Create(CultureInfo.InvariantCulture, $"✗ Violates {breach.Invariant} (DCB0129 rating {breach.Rating})")).Text(breach.Because.Length == 0 ? "" : ": " + breach.Because)
            .Text(breach.DoomedAt is { } doomed ? string.Create(CultureInfo.InvariantCulture, $" It could not be avoided any more after event {doomed}.") : "");
    }

    private static int ReplyTo(Trajectory trajectory, ToolCalled call, int from)
    {
        for (var i = from + 1; i < trajectory.Events.Length; i++)
            if (trajectory.Events[i] is ToolReplied reply && reply.CallId == call.CallId)
                return i;
        return -1;
    }

    private static string Kind(TrajectoryEvent happened) => happened switch
    {
        UserSaid => "user",
        AgentSaid => "agent",
        Ended => "end",
        _ => "tool",
    };
}
