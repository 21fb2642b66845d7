using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Dreams;

namespace Dreaming.Rollouts.Tests.Kiosk;

public sealed class KioskDomain : DomainManifest
{
    public ImmutableArray<InvariantContract> WithInvariants { get; init; } = [];
    public ImmutableArray<CriterionContract> WithCriteria { get; init; } = [];
    public ImmutableArray<ConstraintContract> WithConstraints { get; init; } = [];
    public ImmutableArray<SignalContract> WithSignals { get; init; } = [];
    public KioskScenario WithScenario { get; init; } = new();

    public override string Name => "kiosk";
    public override MedHelm Task => MedHelm.None;
    public override string Instructions => "You work at the ticket kiosk.";
    public override ImmutableArray<ToolContract> Tools { get; } =
    [
        new KioskTool("broken_tool", Effect.Read),
        new KioskTool("call_staff", Effect.Handover, ToolFault.Timeout, ToolFault.Malformed),
        new KioskTool("cancel_ticket", Effect.Write, ToolFault.Timeout, ToolFault.Partial, ToolFault.Stale, ToolFault.Malformed),
        new KioskTool("print_ticket", Effect.None, ToolFault.Partial, ToolFault.Malformed),
        new KioskTool("show_ticket", Effect.Read, ToolFault.Timeout, ToolFault.Partial, ToolFault.Stale, ToolFault.Malformed, ToolFault.Outage),
        new KioskTool("ungrounded_tool", Effect.Read),
    ];
    public override ImmutableArray<InvariantContract> Invariants => WithInvariants;
    public override ImmutableArray<ConstraintContract> Constraints => WithConstraints;
    public override ImmutableArray<SignalContract> Signals => WithSignals;
    public override ImmutableArray<ScenarioContract> Scenarios => [WithScenario];
    public override ImmutableArray<CriterionContract> Criteria => WithCriteria;
    public override IWorld OpenWorld(WorldOptions options) => KioskWorld.New();

    public static Dream Dream(params DreamOperator[] operators) => new()
    {
        Id = "dream",
        Opening = "I want to cancel ticket T-1001.",
        Seed = 7,
        Spoken = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            ["ticket"] = "T-1001",
            ["birth_date"] = "1962-03-14",
            ["reason"] = "a broken leg",
        }),
        Skeleton = new Skeleton
        {
            Id = "skeleton",
            Scenario = "cancel-ticket",
            Facts = new RawJson("""{"ticket":"T-1001","birth_date":"1962-03-14","reason":"a broken leg","seat":"12A"}"""),
            Operators = [.. operators],
            TaskId = "task",
            Turns = 8,
            ToolCalls = 8,
        },
    };

    public static Dream Dream(int turns, int toolCalls)
    {
        var dream = Dream();
        return dream with { Skeleton = dream.Skeleton with { Turns = turns, ToolCalls = toolCalls } };
    }
}
