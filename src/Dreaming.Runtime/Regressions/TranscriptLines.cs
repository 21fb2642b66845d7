using System.Globalization;
using System.Text;
using Dreaming.Nights;
using Dreaming.Shrinking;

namespace Dreaming.Regressions;

/// <summary>A rollout line by line, each violated invariant beneath the event that violated it.</summary>
public static class TranscriptLines
{
    private const int Window = 5;
    private const int Ending = 14;

    /// <summary>The whole conversation.</summary>
    /// <param name="judged">The rollout.</param>
    public static string Of(JudgedRollout judged) => Of(judged, 0, judged.Rollout.Trajectory.Events.Length);

    /// <summary>The conversation around the event that broke a rule; its end when the rule speaks of the conversation as a whole.</summary>
    /// <param name="judged">The rollout.</param>
    /// <param name="rule">The rule.</param>
    public static string Around(JudgedRollout judged, FailedRule rule)
    {
        var count = judged.Rollout.Trajectory.Events.Length;
        var (from, to) = rule.EventIn(judged.Scorecard) is { } at && at < count - 1
            ? (Math.Max(0, at - Window), Math.Min(count, at + Window))
            : (Math.Max(0, count - Ending), count);
        return Of(judged, from, to);
    }

    private static string Of(JudgedRollout judged, int from, int to)
    {
        var (events, breaches) = (judged.Rollout.Trajectory.Events, judged.Scorecard.Breaches);
        var text = new StringBuilder();
        if (from > 0)
            text.Append(CultureInfo.InvariantCulture, $"      {from} earlier events\n");
        for (var i = from; i < to; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i,4}  {Event(events[i])}\n");
            foreach (var breach in breaches.Where(b => b.Event == i))
                text.Append("      ! breaks ").Append(breach.Invariant).Append(": ").Append(PlainText.Line(breach.Because)).Append('\n');
        }

        if (to < events.Length)
            text.Append(CultureInfo.InvariantCulture, $"      {events.Length - to} later events\n");
        return text.ToString().TrimEnd('\n');
    }

    private static string Event(TrajectoryEvent what) => PlainText.Line(what switch
    {
        UserSaid said => $"user   {said.Text}",
        AgentSaid said => $"agent  {said.Text}",
        ToolCalled { Violations: { IsDefaultOrEmpty: false } violations } called => $"call   {called.Tool} {called.Arguments.Text} (breaks the contract: {violations[0]})",
        ToolCalled called => $"call   {called.Tool} {called.Arguments.Text}",
        ToolReplied { Fault: { } fault } replied => $"reply  [{replied.Outcome}, {fault}] {replied.Content}",
        ToolReplied replied => $"reply  [{replied.Outcome}] {replied.Content}",
        Ended ended => $"end    {ended.Reason}{(ended.Detail is null ? "" : $": {ended.Detail}")}",
        _ => what.ToString(),
    });
}
