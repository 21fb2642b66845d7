using System.Diagnostics;
using System.Diagnostics.Metrics;
using Dreaming.Contracts;

namespace Dreaming.Shields;

/// <summary>
/// What a shield tells OpenTelemetry. Each decision is an event <see cref="EventName"/> on the activity of the request (source <see cref="SourceName"/>; on the current activity when nobody listens to the
/// source), and one count of the counter <see cref="CounterName"/> of the meter of the same name. No argument, no key and no word of the conversation is told: they may be sensitive.
/// <list type="table">
/// <listheader><term>attribute</term><description>value</description></listheader>
/// <item><term><c>dreaming.domain</c></term><description>the domain's name</description></item>
/// <item><term><c>dreaming.shield.mode</c></term><description><c>enforce</c> or <c>observe</c></description></item>
/// <item><term><c>dreaming.shield.decision</c></term><description><c>allow</c>, <c>refuse</c>, <c>failed-open</c>, <c>failed-closed</c>, or <c>gave-up</c> when the safe reply took the place of an answer</description></item>
/// <item><term><c>dreaming.shield.act</c></term><description><c>call</c>, <c>reply</c> or <c>final-reply</c></description></item>
/// <item><term><c>dreaming.shield.reason</c></term><description><c>none</c>, <c>violates</c>, <c>dooms</c>, <c>pending</c>, <c>unsettled</c> or <c>failure</c></description></item>
/// <item><term><c>gen_ai.tool.name</c></term><description>the tool of a call; <c>_other</c> when the domain declares none of that name. Not on the counter</description></item>
/// <item><term><c>dreaming.shield.constraints</c></term><description>the ids of the constraints to blame. Not on the counter</description></item>
/// <item><term><c>error.type</c></term><description>the type of the exception when the shield failed. Not on the counter</description></item>
/// </list>
/// </summary>
public sealed class ShieldTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string SourceName = "Dreaming.Shield";

    /// <summary>The name of the event that tells a decision.</summary>
    public const string EventName = "dreaming.shield.decision";

    /// <summary>The name of the counter of decisions.</summary>
    public const string CounterName = "dreaming.shield.decisions";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);
    private static readonly Counter<long> Decisions = Meter.CreateCounter<long>(CounterName, "{decision}", "Decisions of shields on what agents proposed.");

    private readonly DomainManifest _domain;
    private readonly string _mode;

    internal ShieldTelemetry(DomainManifest domain, ShieldMode mode)
    {
        _domain = domain;
        _mode = mode == ShieldMode.Observe ? "observe" : "enforce";
    }

    internal static Activity? Start() => Source.StartActivity("shield");

    internal void Tell(Activity? activity, ShieldDecision decision, Exception? failure = null) =>
        Tell(activity, decision, failure is null ? decision.Allowed ? "allow" : "refuse" : decision.Allowed ? "failed-open" : "failed-closed", failure);

    internal void TellGaveUp(Activity? activity, ShieldDecision last) => Tell(activity, last, "gave-up", null);

    private void Tell(Activity? activity, ShieldDecision decision, string verdict, Exception? failure)
    {
        var tags = new TagList
        {
            { "dreaming.domain", _domain.Name },
            { "dreaming.shield.mode", _mode },
            { "dreaming.shield.decision", verdict },
            { "dreaming.shield.act", decision.Act switch { ShieldedAct.Call => "call", ShieldedAct.Reply => "reply", _ => "final-reply" } },
            { "dreaming.shield.reason", decision.Reason.ToString().ToLowerInvariant() },
        };
        Decisions.Add(1, tags);
        if ((activity ?? Activity.Current) is not { } current)
            return;
        var more = new ActivityTagsCollection(tags) { ["dreaming.shield.constraints"] = decision.Blame.Select(b => b.Constraint).Distinct(StringComparer.Ordinal).ToArray() };
        if (decision.Tool is { } tool)
            more["gen_ai.tool.name"] = _domain.FindTool(tool) is null ? "_other" : tool;
        if (failure is not null)
            more["error.type"] = failure.GetType().FullName;
        current.AddEvent(new ActivityEvent(EventName, tags: more));
    }
}
