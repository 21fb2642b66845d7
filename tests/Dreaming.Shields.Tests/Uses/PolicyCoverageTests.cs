using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Nights;
using Dreaming.Reports;
using Dreaming.Reports.Html;
using Dreaming.Reports.Sections;
using Dreaming.Rollouts.Tests;
using Dreaming.Rollouts.Tests.Kiosk;
using Dreaming.Shields.Tests.Kit;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Shields.Tests.Uses;

public class PolicyCoverageTests
{
    private static readonly AgentAction Done = new Say("Your ticket has been cancelled.");

    [Fact]
    public async Task Each_transition_counts_the_rollouts_that_took_it()
    {
        var rows = (await CoverAsync([Desk.LookFirst], [Call("cancel_ticket"), Done], [Call("cancel_ticket"), Call("cancel_ticket"), Done]))!.Value[0].Transitions;

        Assert.Equal(
            [
                (0, "show_ticket succeeded", 2, 0), (0, "cancel_ticket", 1, 2),
                (1, "show_ticket succeeded", 1, 0), (1, "cancel_ticket", 1, 1),
                (2, "show_ticket succeeded", 2, 0), (2, "cancel_ticket", 2, 0),
            ],
            rows.Select(r => (r.From, r.Event, r.To, r.Exercised)).Select(r => Renumbered(r, rows)).OrderBy(r => r.From).ThenByDescending(r => r.Event, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_no_event_can_be_is_no_transition()
    {
        // Both tools at once is a letter, and no event.
        var rows = (await CoverAsync([Desk.LookFirst], [Done]))!.Value[0].Transitions;

        Assert.DoesNotContain(rows, r => r.Event.Contains(" and ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tick_is_told_in_words()
    {
        var rows = (await CoverAsync([Desk.StaffAtOnce], [Done]))!.Value[0].Transitions;

        Assert.Contains(rows, r => r is { Event: "the user speaks again", Before: RvVerdict.TemporarilyViolated, After: RvVerdict.PermanentlyViolated, Exercised: 0 });
    }

    [Fact]
    public async Task A_rollout_in_which_a_guard_throws_is_counted_apart()
    {
        var guard = Templates.Absence("no-vip-cancelled", Templates.Tool("cancel_ticket", guard: "IsVip", holds: _ => throw new InvalidOperationException("bug")));

        var row = (await CoverAsync([guard], [Call("cancel_ticket"), Done]))!.Value[0];

        Assert.Equal((1, 0), (row.Unread, row.Transitions.Sum(t => t.Exercised)));
    }

    [Fact]
    public async Task Without_constraints_there_is_no_coverage_and_no_word_of_it()
    {
        Assert.Null(await CoverAsync([], [Done]));
    }

    [Fact]
    public async Task The_section_names_what_was_never_exercised()
    {
        var policy = await CoverAsync([Desk.LookFirst], [Call("cancel_ticket"), Done]);
        var html = new HtmlWriter();
        PolicySection.Write(html, policy!.Value);

        var text = html.ToString();
        Assert.Contains("1 of 6 transitions of 1 constraint were exercised.", text);
        Assert.Equal(5, text.Split("<td class=\"cell never\">never exercised</td>").Length - 1);
        Assert.Contains("0: met so far", text);
    }

    private static async Task<System.Collections.Immutable.ImmutableArray<ConstraintCoverage>?> CoverAsync(ConstraintContract[] constraints, params AgentAction[][] rollouts)
    {
        var bench = new Bench { Domain = new KioskDomain { WithConstraints = [.. constraints], WithSignals = [Desk.Angry] } };
        var judged = new List<JudgedRollout>();
        foreach (var steps in rollouts)
        {
            var rollout = await bench.RunAsync(KioskDomain.Dream(), steps);
            judged.Add(new(rollout, await bench.JudgeAsync(rollout)));
        }

        return PolicyCoverageBuilder.Of(bench.Domain, judged);
    }

    // States by what they are, since their numbers are the automaton's own affair: 0 the initial one, 1 violated, 2 met for good.
    private static (int From, string Event, int To, int Exercised) Renumbered((int From, string Event, int To, int Exercised) row, IReadOnlyCollection<TransitionCoverage> rows)
    {
        return (Of(row.From), row.Event, Of(row.To), row.Exercised);

        int Of(int state) => rows.First(r => r.From == state).Before switch
        {
            RvVerdict.PermanentlyViolated => 1,
            RvVerdict.PermanentlySatisfied => 2,
            _ => 0,
        };
    }
}
