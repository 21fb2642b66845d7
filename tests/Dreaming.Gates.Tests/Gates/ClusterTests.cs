using System.Collections.Immutable;
using Dreaming.Gates;
using Xunit;
using static Dreaming.Gates.Tests.Gates.Evidence;

namespace Dreaming.Gates.Tests.Gates;

public class ClusterTests
{
    [Fact]
    public void Runs_of_one_task_count_as_one_task()
    {
        var overall = Overall([.. Enumerable.Range(0, 30).SelectMany(task => Runs($"task-{task}", "++++", "++++"))]);

        Assert.Equal(30, overall.Cases);
        Assert.Equal(30, overall.PassedBefore);
        // Were the 120 runs independent, they would suffice for a margin of five points.
        Assert.Equal(GateVerdict.Inconclusive, overall.Verdict);
    }

    [Fact]
    public void A_task_that_passes_less_often_has_regressed_even_while_most_runs_pass()
    {
        var decision = Decide(Good with { HeldOut = [.. Enumerable.Range(0, 100).SelectMany(task => Runs($"task-{task}", "++++", task < 5 ? "+++-" : "++++"))] });

        Assert.Equal(GateVerdict.Fail, decision.Decision);
        Assert.Contains(decision.Reasons, r => r.Contains("5 tasks got worse and 0 better of 100", StringComparison.Ordinal));
    }

    [Fact]
    public void Runs_that_trade_places_within_a_task_are_no_change()
    {
        var overall = Overall([.. Enumerable.Range(0, 60).SelectMany(task => Runs($"task-{task}", "++-", "-++"))]);

        Assert.Equal((0, 0), (overall.Improved, overall.Regressed));
        Assert.Equal(GateVerdict.Pass, overall.Verdict);
    }

    [Fact]
    public void Bounds_are_rounded_outward_where_runs_disagree()
    {
        // One gain of a quarter and one loss of a quarter: counted as nothing gained below, and as nothing lost above.
        var overall = Overall([.. Runs("up", "---+", "--++"), .. Runs("down", "++++", "+++-"), .. Cases(58)]);

        Assert.Equal((1, 1), (overall.Improved, overall.Regressed));
        Assert.Equal(0, overall.Difference!.Estimate, 1e-12);
        Assert.Equal(Tango.Difference(0, 1, 60)!.Low, overall.Difference.Low);
        Assert.Equal(Tango.Difference(1, 0, 60)!.High, overall.Difference.High);
    }

    [Fact]
    public void With_one_run_a_task_the_interval_is_Tangos()
    {
        var overall = Overall(Cases(92, improved: 5, regressed: 3));

        Assert.Equal(Tango.Difference(5, 3, 100), overall.Difference);
    }

    [Fact]
    public void Many_small_gains_do_not_buy_a_few_whole_losses()
    {
        // By direction alone it is six against six; by pass rate the candidate lost 6 - 6/4 tasks of 60.
        var overall = Overall([.. Enumerable.Range(0, 6).SelectMany(i => Runs($"up-{i}", "+++-", "++++")), .. Enumerable.Range(0, 6).SelectMany(i => Runs($"down-{i}", "++++", "----")), .. Cases(48)]);

        Assert.Equal(-4.5 / 60, overall.Difference!.Estimate, 1e-12);
        Assert.NotEqual(GateVerdict.Pass, overall.Verdict);
    }

    [Fact]
    public void Only_the_judged_runs_of_a_task_count()
    {
        var overall = Overall([.. Runs("half-judged", "+?+", "+++"), .. Runs("never-judged", "??", "++"), .. Cases(60)]);

        Assert.Equal(61, overall.Cases);
        Assert.Equal(3, overall.Unscored);
        Assert.Equal(0, overall.Improved);
        Assert.Equal(GateVerdict.Inconclusive, overall.Verdict);
    }

    private static GateStratum Overall(ImmutableArray<PairedCase> heldOut) =>
        Assert.Single(Decide(Good with { HeldOut = heldOut }).Strata, s => s is { Suite: "held-out", Stratum: "all" });

    private static IEnumerable<PairedCase> Runs(string task, string before, string after) =>
        before.Zip(after).Select((run, i) => Case($"{task}/{i}", Outcome(run.First), Outcome(run.Second), cluster: task));

    private static bool? Outcome(char sign) => sign switch { '+' => true, '-' => false, _ => null };
}
