using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams.Traces;
using Dreaming.Policies;
using Dreaming.Rollouts.Tests.Kiosk;
using Dreaming.Shields.Tests.Kit;

namespace Dreaming.Shields.Tests.Uses;

public class PolicyTracesTests
{
    private static readonly ConstraintContract[] All =
    [
        Templates.Absence("no-guarded-print", Templates.Tool("print_ticket", guard: "IsVip", holds: _ => false)),
        Desk.CancelOnce,
        Desk.LookFirst,
        Templates.Response("print-a-receipt", Templates.Tool("cancel_ticket", succeeded: true, keyed: true), Templates.Tool("print_ticket", succeeded: true, keyed: true), ConstraintScope.Calls, "Ticket"),
        Templates.AtMost("short-talk", 3, Templates.Event(AtomContract.ReplyEvent, "a reply"), scope: ConstraintScope.Conversation),
        Desk.StaffAtOnce,
        Desk.StaffForTheAngry,
    ];

    [Fact]
    public void Every_control_is_accepted_and_every_near_miss_is_rejected_for_exactly_what_it_names()
    {
        var (controls, misses) = (0, 0);
        for (var seed = 0UL; seed < 60; seed++)
        {
            // Any subset of the constraints is a policy.
            var some = All.Where((_, i) => (seed * 37 + 11 >> i & 1) != 0).DefaultIfEmpty(All[2]).ToArray();
            var traces = PolicyTraces.Of(Desk.Of(some));
            var found = traces.Controls(new Seed(seed), 3);
            controls += found.Length;
            foreach (var control in found)
                Assert.Empty(Violated(traces, some, control.Events));
            foreach (var miss in traces.NearMisses(new Seed(seed), found))
            {
                misses++;
                Assert.NotEmpty(miss.Violates);
                Assert.Equal(Violated(traces, some, miss.Events), miss.Violates);
                Assert.Equal(1, Distance(miss.Control.Events, miss.Events));
                Assert.Equal(miss.Events, miss.Edit.Apply(miss.Control.Events));
            }
        }

        Assert.True(controls >= 170 && misses >= 150, $"{controls} controls and {misses} near-misses are too few to have shown anything.");
    }

    [Fact]
    public void Each_constraint_has_a_near_miss_that_violates_it()
    {
        var traces = PolicyTraces.Of(Desk.Of(All));

        var misses = traces.NearMisses(new Seed(1), traces.Controls(new Seed(1), 28));

        Assert.Equal(All.Select(c => c.Id).Order(StringComparer.Ordinal), misses.SelectMany(m => m.Violates).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_seed_gives_the_same_conversations()
    {
        var traces = PolicyTraces.Of(Desk.Of(All));
        var (one, two, other) = (traces.Controls(new Seed(7), 4), PolicyTraces.Of(Desk.Of(All)).Controls(new Seed(7), 4), traces.Controls(new Seed(8), 4));

        Assert.Equal(Texts(one), Texts(two));
        Assert.NotEqual(Texts(one), Texts(other));
        Assert.Equal(
            traces.NearMisses(new Seed(7), one).Select(m => string.Join('\n', m.Events)),
            traces.NearMisses(new Seed(7), two).Select(m => string.Join('\n', m.Events)));
    }

    [Fact]
    public void A_conversation_begins_with_the_user_and_signals_follow_their_message()
    {
        foreach (var control in PolicyTraces.Of(Desk.Of(All)).Controls(new Seed(3), 20))
            for (var i = 0; i < control.Events.Length; i++)
            {
                Assert.True(i > 0 || control.Events[i].Event == AtomContract.UserTurnEvent);
                if (control.Events[i].Event == "angry")
                    Assert.Equal(AtomContract.UserTurnEvent, control.Events[i - 1].Event);
            }
    }

    [Fact]
    public void Where_the_policy_allows_nothing_there_is_no_control()
    {
        var never = Templates.Absence("nobody-speaks", Templates.Event(AtomContract.UserTurnEvent, "the user speaks"), ConstraintScope.Conversation);

        Assert.Empty(PolicyTraces.Of(Desk.Of(never)).Controls(new Seed(1), 3));
    }

    [Fact]
    public void A_domain_without_constraints_has_controls_and_no_near_miss()
    {
        var traces = PolicyTraces.Of(new KioskDomain());
        var controls = traces.Controls(new Seed(1), 3);

        Assert.Equal(3, controls.Length);
        Assert.Empty(traces.NearMisses(new Seed(1), controls));
    }

    [Fact]
    public void A_symbolic_event_says_what_it_is()
    {
        var keyed = PolicyTraces.Of(Desk.Of(All)).Controls(new Seed(1), 28).SelectMany(c => c.Events).First(e => e is { Event: "cancel_ticket", Succeeded: true });

        Assert.Matches(@"^cancel_ticket succeeded \(Ticket #[12]\)$", keyed.ToString());
    }

    private static string[] Texts(IEnumerable<ControlTrace> controls) => [.. controls.Select(c => string.Join('\n', c.Events))];

    // Written apart from the monitor: each constraint walked by itself, value by value.
    private static IEnumerable<string> Violated(PolicyTraces traces, ConstraintContract[] constraints, IEnumerable<SymbolicEvent> events)
    {
        var symbolic = traces.Program.Constraints;
        return symbolic.Where(c =>
        {
            var walk = new ConstraintWalk(c);
            foreach (var happened in events)
                walk.Take(traces.ToPolicyEvent(happened));
            return walk.States.Any(s => c.Automaton.Verdicts[s.Value] <= RvVerdict.TemporarilyViolated);
        }).Select(c => c.Id).Order(StringComparer.Ordinal);
    }

    // Levenshtein's distance.
    private static int Distance(IReadOnlyList<SymbolicEvent> a, IReadOnlyList<SymbolicEvent> b)
    {
        var row = Enumerable.Range(0, b.Count + 1).ToArray();
        for (var i = 1; i <= a.Count; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Count; j++)
            {
                left = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1].Equals(b[j - 1]) ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }
}
