namespace Dreaming.Policies.Tests;

/// <summary>The monitor next to runs of each automaton over whole traces.</summary>
public class MonitorTests
{
    private static readonly AtomModel A = new(["tool0"]);
    private static readonly AtomModel B = new(["tool1"]);

    [Fact]
    public void Verdicts_agree_with_runs_over_the_whole_trace_for_every_value()
    {
        var random = new Random(11);
        for (var set = 0; set < 1_500; set++)
        {
            var model = RandomPolicies.Next(random, correlated: 0.5);
            var monitor = Templates.Program(model).Start();
            var (events, trace) = (ConcreteEvent.All(model, 3), new List<ConcreteEvent>());
            for (var length = 0; length < 12; length++)
            {
                AssertVerdicts(model, monitor, trace);
                trace.Add(events[random.Next(events.Count)]);
                monitor.Observe(trace[^1].AsEvent());
            }
        }
    }

    [Fact]
    public void An_event_that_only_might_happen_changes_nothing_and_a_fork_goes_its_own_way()
    {
        var random = new Random(12);
        for (var set = 0; set < 300; set++)
        {
            var model = RandomPolicies.Next(random, correlated: 0.5);
            var monitor = Templates.Program(model).Start();
            var (events, trace) = (ConcreteEvent.All(model, 3), new List<ConcreteEvent>());
            for (var length = 0; length < 8; length++)
            {
                var other = monitor.Fork();
                monitor.Peek(events[random.Next(events.Count)].AsEvent());
                other.Observe(events[random.Next(events.Count)].AsEvent());
                AssertVerdicts(model, monitor, trace);
                trace.Add(events[random.Next(events.Count)]);
                monitor.Observe(trace[^1].AsEvent());
            }

            AssertVerdicts(model, monitor, trace);
            monitor.Reset();
            AssertVerdicts(model, monitor, []);
        }
    }

    [Fact]
    public void An_obligation_is_open_for_each_value_that_has_it()
    {
        var program = Templates.Program(new(["tool0", "tool1"], [], [Templates.Model("Response", A, B, key: "key")]));
        var monitor = program.Start();
        monitor.Observe(Call("tool0", "x"));
        monitor.Observe(Call("tool0", "y"));
        monitor.Observe(Call("tool1", "x"));
        var open = Assert.Single(monitor.Open());
        Assert.Equal(CorrelationKey.Of("y"), open.Key);
        Assert.Equal(RvVerdict.TemporarilyViolated, monitor.Verdict);
        Assert.Equal(RvVerdict.TemporarilySatisfied, monitor.VerdictOf(0, CorrelationKey.Of("x")));
    }

    [Theory]
    [InlineData(EndReason.UserDone, Owner.None, 2)]
    [InlineData(EndReason.AgentFailed, Owner.Agent, 2)]
    [InlineData(EndReason.UserGaveUp, Owner.User, 1)]
    [InlineData(EndReason.Unknown, Owner.None, 1)]
    [InlineData(EndReason.Broken, Owner.Infrastructure, 1)]
    public void What_is_open_at_the_end_is_violated_only_where_the_end_is_the_agents_doing(EndReason reason, Owner owner, int violated)
    {
        var monitor = Templates.Program(new(["tool0", "tool1"], [], [Templates.Model("Absence", A), Templates.Model("Existence", B)])).Start();
        monitor.Observe(Call("tool0", null));
        Assert.Equal(violated, monitor.ViolatedAtEnd(new(reason, owner)).Length);
    }

    [Fact]
    public void A_missing_key_is_a_value_like_any_other()
    {
        var monitor = Templates.Program(new(["tool0", "tool1"], [], [Templates.Model("Precedence", A, B, key: "key")])).Start();
        monitor.Observe(Call("tool0", null));
        monitor.Observe(Call("tool1", null));
        Assert.Empty(monitor.Violated());
        monitor.Observe(Call("tool1", "x"));
        Assert.Equal(CorrelationKey.Of("x"), Assert.Single(monitor.Violated()).Key);
    }

    [Fact]
    public void An_event_on_which_a_guard_throws_has_no_verdict_and_leaves_the_monitor_as_it_was()
    {
        var contract = Templates.Contract(Templates.Model("Absence", new(["tool0"], guard: "Guard")));
        contract = contract with { Atoms = [contract.Atoms[0] with { Holds = _ => throw new FormatException("No number.") }] };
        var monitor = PolicyProgram.Of([contract, Templates.Contract(Templates.Model("Existence", A))], ["tool0"], []).Start();
        var thrown = Assert.Throws<PolicyGuardException>(() => monitor.Observe(Call("tool0", "x")));
        Assert.Equal((contract.Id, "Guard"), (thrown.Constraint, thrown.Guard));
        Assert.IsType<FormatException>(thrown.InnerException);
        Assert.Equal(RvVerdict.TemporarilyViolated, monitor.VerdictOf(1));
    }

    [Fact]
    public void A_call_of_a_tool_that_no_one_declared_is_a_call_and_of_no_tool()
    {
        var program = Templates.Program(new(["tool0"], [], [Templates.Model("Absence", A), Templates.Model("AtMost", new([EventNames.AnyCall]), count: 1)]));
        var monitor = program.Start();
        monitor.Observe(PolicyEvent.OfUnknownCall());
        monitor.Observe(new(PolicyEventKind.Call, "nobody_knows_it", null, true));
        Assert.Equal("AtMost-<call>", Assert.Single(monitor.Violated()).Constraint.Id);
    }

    [Fact]
    public void A_contract_that_does_not_fit_its_automaton_is_refused()
    {
        var contract = Templates.Contract(Templates.Model("Absence", A));
        var unknown = Assert.Throws<ArgumentException>(() => PolicyProgram.Of([contract], ["tool1"], []));
        Assert.Contains("'tool0', which is neither a tool nor a signal", unknown.Message, StringComparison.Ordinal);
        var counted = Assert.Throws<ArgumentException>(() => PolicyProgram.Of([contract with { Tick = ConstraintTick.Calls }], ["tool0"], []));
        Assert.Contains("2 letters, and its atoms make 4", counted.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_of_known_values_allocates_nothing()
    {
        var random = new Random(13);
        for (var set = 0; set < 20; set++)
        {
            var model = RandomPolicies.Next(random, correlated: 0.5);
            var monitor = Templates.Program(model).Start();
            var events = ConcreteEvent.All(model, 3).Select(e => e.AsEvent()).ToArray();
            for (var round = 0; round < 50; round++)
                foreach (var e in events)
                    monitor.Observe(e);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var round = 0; round < 50; round++)
                foreach (var e in events)
                    monitor.Observe(e);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    private static PolicyEvent Call(string tool, string? key) => PolicyEvent.OfCall(tool, Happening.Of(key), true);

    private static void AssertVerdicts(PolicyModel model, PolicyMonitor monitor, List<ConcreteEvent> trace)
    {
        for (var at = 0; at < model.Constraints.Length; at++)
        {
            var constraint = model.Constraints[at];
            var values = Witnesses.Values(constraint, trace);
            var verdicts = values.ConvertAll(key => (RvVerdict)constraint.Automaton.Verdicts[Witnesses.Run(constraint, trace, key)]);
            if (constraint.Key is not null)
                verdicts.Add(constraint.Virgin(Witnesses.Run(constraint, trace, -1)));
            Assert.Equal(verdicts.Min(), monitor.VerdictOf(at));
            foreach (var key in values.Where(_ => constraint.Key is not null))
                Assert.Equal((RvVerdict)constraint.Automaton.Verdicts[Witnesses.Run(constraint, trace, key)], monitor.VerdictOf(at, CorrelationKey.Of("k" + key)));
        }
    }
}
