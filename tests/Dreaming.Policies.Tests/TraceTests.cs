using RefillDesk;

namespace Dreaming.Policies.Tests;

/// <summary>What a policy sees of a trajectory.</summary>
public class TraceTests
{
    private static readonly RawJson Valid = new("""{"prescription_id":"RX-200001"}""");

    [Fact]
    public void Messages_calls_and_replies_are_events_in_their_order()
    {
        var trace = Trace(new UserSaid("Hello"), new AgentSaid("Hello"), Call("1", Valid), Reply("1", ReplyOutcome.Result));
        Assert.Equal([AtomContract.UserTurnEvent, AtomContract.ReplyEvent, "check_interactions"], trace.Select(e => e.Event.Name));
        Assert.Equal([0, 1, 2], trace.Select(e => e.Index));
        Assert.Equal("RX-200001", Assert.IsType<CheckInteractions>(trace[2].Event.Value).PrescriptionId);
        Assert.True(trace[2].Event.Succeeded);
    }

    [Fact]
    public void A_degraded_result_is_a_success_and_a_fault_is_none()
    {
        Assert.True(Trace(Call("1", Valid), new ToolReplied("1", "check_interactions", ReplyOutcome.Result, "{}", ToolFault.Stale))[0].Event.Succeeded);
        Assert.False(Trace(Call("1", Valid), Reply("1", ReplyOutcome.Fault))[0].Event.Succeeded);
        Assert.False(Trace(Call("1", Valid), Reply("1", ReplyOutcome.Refused))[0].Event.Succeeded);
    }

    [Fact]
    public void A_trajectory_that_ends_in_mid_call_ends_with_a_call_that_did_not_succeed()
    {
        var last = Trace(new UserSaid("Hello"), Call("1", Valid))[^1].Event;
        Assert.Equal(("check_interactions", false), (last.Name, last.Succeeded));
    }

    [Fact]
    public void A_call_of_no_tool_and_a_call_that_breaks_its_contract_are_calls_of_no_tool()
    {
        var trace = Trace(new ToolCalled("1", "no_such_tool", Valid), Call("2", new("""{"prescription_id":7}""")), Call("3", new("not json")), Call("4", default));
        Assert.All(trace, e => Assert.Equal(PolicyEvent.OfUnknownCall(), e.Event));
        Assert.Equal(4, trace.Length);
    }

    [Fact]
    public void Signals_follow_the_message_that_raises_them_in_the_order_of_the_manifest()
    {
        var manifest = new WithSignals([new("pain", "", t => t.UserTexts.Last().Contains("pain", StringComparison.Ordinal) ? "P" : null), new("worry", "", _ => "W")]);
        var trace = PolicyTrace.Of(manifest, new([new UserSaid("I am in pain"), new UserSaid("Hello")]));
        Assert.Equal([AtomContract.UserTurnEvent, "pain", "worry", AtomContract.UserTurnEvent, "worry"], trace.Select(e => e.Event.Name));
        Assert.Equal([0, 0, 0, 1, 1], trace.Select(e => e.Index));
    }

    [Fact]
    public void A_detection_that_throws_names_the_signal_and_the_message()
    {
        var manifest = new WithSignals([new("pain", "", _ => throw new FormatException("No."))]);
        var thrown = Assert.Throws<PolicySignalException>(() => PolicyTrace.Of(manifest, new([new AgentSaid("Hello"), new UserSaid("Hello")])));
        Assert.Equal(("pain", 1), (thrown.Signal, thrown.Index));
    }

    private static ToolCalled Call(string id, RawJson arguments) => new(id, "check_interactions", arguments);

    private static ToolReplied Reply(string id, ReplyOutcome outcome) => new(id, "check_interactions", outcome, "{}");

    private static ImmutableArray<PolicyTraceEvent> Trace(params TrajectoryEvent[] events) => PolicyTrace.Of(new WithSignals([]), new([.. events]));

    private sealed class WithSignals(ImmutableArray<SignalContract> signals) : DomainManifest
    {
        private static DomainManifest Desk => RefillDeskDomain.Instance;

        public override string Name => Desk.Name;
        public override MedHelm Task => Desk.Task;
        public override string Instructions => Desk.Instructions;
        public override ImmutableArray<ToolContract> Tools => Desk.Tools;
        public override ImmutableArray<InvariantContract> Invariants => Desk.Invariants;
        public override ImmutableArray<SignalContract> Signals => signals;
        public override ImmutableArray<ScenarioContract> Scenarios => Desk.Scenarios;
        public override ImmutableArray<CriterionContract> Criteria => Desk.Criteria;
        public override IWorld OpenWorld(WorldOptions options) => Desk.OpenWorld(options);
    }
}
