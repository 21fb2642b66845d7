using System.Reflection;
using Dreaming.Dreams;
using Dreaming.Gates;
using Dreaming.Xunit.Tests.Agents;
using RefillDesk;
using RefillDesk.Dreams.Tests;
using Xunit.Sdk;

namespace Dreaming.Xunit.Tests;

public sealed class DreamCaseTests
{
    private static readonly InjectFault Cause = new("check_interactions", ToolFault.Timeout, 1, 2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_are_the_same_each_time_and_each_has_a_name_of_its_own()
    {
        var (first, again) = (await RowsAsync(12), await RowsAsync(12));
        Assert.Equal(first.Select(r => r.Name), again.Select(r => r.Name));
        Assert.Equal(first.Select(r => r.Dream.Id), again.Select(r => r.Dream.Id));
        Assert.Equal(12, first.Select(r => r.Name).Distinct().Count());
        Assert.All(first, r => Assert.Matches(@"^[a-z-]+/[a-z-]+/[\w+-]+/\d{3}$", r.Name));
    }

    [Fact]
    public async Task More_rows_leave_those_before_them_as_they_were()
    {
        var (few, many) = (await RowsAsync(5), await RowsAsync(15));
        Assert.Equal(few.Select(r => r.Dream.Id), many.Take(5).Select(r => r.Dream.Id));
    }

    [Fact]
    public async Task A_family_and_scenarios_that_are_asked_for_are_the_only_ones()
    {
        var attribute = new DreamTheoryAttribute<RefillDeskDomain> { Family = Family.AmbiguityFork, Scenarios = ["red-flag", "out-of-stock"], Count = 10 };
        var rows = Cases(await attribute.GetData(Method(), new DisposalTracker()));
        Assert.All(rows, r => Assert.Equal(Family.AmbiguityFork, r.Dream.Skeleton.Family));
        Assert.Equal(["out-of-stock", "red-flag"], rows.Select(r => r.Dream.Skeleton.Scenario).Distinct().Order());
    }

    [Fact]
    public async Task Dreams_depart_from_recorded_episodes_where_there_are_some()
    {
        var attribute = new DreamTheoryAttribute<RefillDeskDomain> { Episodes = "../../scenarios/RefillDesk/episodes", Count = 6 };
        var rows = Cases(await attribute.GetData(Method(), new DisposalTracker()));
        Assert.Equal(6, rows.Count);
        Assert.All(rows, r => Assert.NotNull(r.Dream.Skeleton.EpisodeId));
    }

    [Fact]
    public async Task A_scenario_that_does_not_exist_is_told_with_those_that_do()
    {
        var attribute = new DreamTheoryAttribute<RefillDeskDomain> { Scenarios = ["refil"] };
        var wrong = await Assert.ThrowsAsync<ArgumentException>(() => attribute.GetData(Method(), new DisposalTracker()).AsTask());
        Assert.Contains("repeat-prescription", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_found_by_what_it_is_about()
    {
        var rows = await new DreamTheoryAttribute<RefillDeskDomain> { Family = Family.FailureInjection, Count = 4 }.GetData(Method(), new DisposalTracker());
        foreach (var row in rows)
        {
            var dream = Assert.IsType<DreamCase>(Assert.Single(row.GetData()));
            Assert.Equal(dream.Name, row.Label);
            Assert.Equal([dream.Dream.Skeleton.Id], row.Traits!["Dream"]);
            Assert.Equal([dream.Dream.Skeleton.Scenario], row.Traits["Scenario"]);
            Assert.Equal(["FailureInjection"], row.Traits["Family"]);
            Assert.Equal(dream.Dream.Skeleton.Operators.OfType<InjectFault>().Select(f => $"{f.Tool}:{f.Fault}").Order(), row.Traits["Fault"].Order());
        }
    }

    [Fact]
    public async Task A_row_that_was_written_down_runs_as_it_did()
    {
        foreach (var row in await RowsAsync(5))
        {
            var read = SerializationHelper.Instance.Deserialize<DreamCase>(SerializationHelper.Instance.Serialize(row))!;
            var (then, now) = (await row.RunAsync(new CarefulDesk(), Stop), await read.RunAsync(new CarefulDesk(), Stop));
            Assert.Equal(row.Name, read.Name);
            Assert.Equal(then.Judged.Rollout.Id, now.Judged.Rollout.Id);
            Assert.Equal(Text(then), Text(now));
        }

        static string Text(DreamResult result) => Regressions.TranscriptLines.Of(result.Judged);
    }

    [Fact]
    public async Task Many_rows_run_at_once_as_they_do_one_by_one()
    {
        var rows = await RowsAsync(12);
        var agent = new HastyDesk();
        var together = await Task.WhenAll(rows.Select(r => Task.Run(() => r.RunAsync(agent, Stop), Stop)));
        for (var i = 0; i < rows.Count; i++)
            Assert.Equal(Regressions.TranscriptLines.Of((await rows[i].RunAsync(agent, Stop)).Judged), Regressions.TranscriptLines.Of(together[i].Judged));
    }

    [Fact]
    public async Task A_run_can_be_given_up()
    {
        using var stop = new CancellationTokenSource();
        var agent = new WatchedAgent(new CarefulDesk(), answers =>
        {
            if (answers == 3)
                stop.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Desk.Case(Desk.Dream(0)).RunAsync(agent, stop.Token));
    }

    [Fact]
    public async Task The_estimate_of_repeated_runs_is_the_unbiased_one()
    {
        var (row, agent) = (Desk.Case(Desk.Dream(0, Cause)), new MoodyDesk(0.3));
        var passed = 0;
        for (var trial = 0; trial < 8; trial++)
            passed += (await row.RunAsync(agent, trial, Stop)).Passed ? 1 : 0;
        Assert.InRange(passed, 3, 7);
        Assert.Equal(RepeatedRuns.PassHatK(8, passed, 3), await row.AssertPassKAsync(agent, 3, 8, atLeast: 0, Stop));
        var thrown = await Assert.ThrowsAsync<DreamFailedException>(() => row.AssertPassKAsync(agent, 3, 8, atLeast: 1, Stop));
        Assert.Contains($"{passed} of 8 runs passed", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("interactions-checked-first", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_criterion_can_be_asserted_by_itself()
    {
        var result = await Desk.Case(Desk.Dream(0), 0).RunAsync(new CarefulDesk(), Stop);
        var against = result.Scorecard.Verdicts.Where(v => Shrinking.FailedRule.IsAgainst(Desk.Domain.Criteria.Single(c => c.Id == v.Criterion), v.Finding)).Select(v => v.Criterion).ToHashSet();
        foreach (var verdict in result.Scorecard.Verdicts.Where(v => v.Finding != Finding.Unscored))
            Assert.Equal(against.Contains(verdict.Criterion), await Record.ExceptionAsync(() => result.AssertCriterionAsync(verdict.Criterion, Stop)) is DreamFailedException);
        await Assert.ThrowsAsync<ArgumentException>(() => result.AssertCriterionAsync("no-such-criterion", Stop));
    }

    [Fact]
    public async Task What_is_nobodys_performance_is_told_as_that()
    {
        var broken = new WatchedAgent(new CarefulDesk(), _ => throw new HttpRequestException("no route"));
        var thrown = await Assert.ThrowsAsync<DreamFailedException>(() => Desk.Case(Desk.Dream(0)).AssertPassesAsync(broken, Stop));
        Assert.Contains("could not be judged, owner Infrastructure", thrown.Message, StringComparison.Ordinal);
    }

    private static async Task<List<DreamCase>> RowsAsync(int count) =>
        Cases(await new DreamTheoryAttribute<RefillDeskDomain> { Scenarios = ["repeat-prescription"], Count = count, Seed = 4 }.GetData(Method(), new DisposalTracker()));

    private static List<DreamCase> Cases(IReadOnlyCollection<ITheoryDataRow> rows) => [.. rows.Select(r => (DreamCase)r.GetData()[0]!)];

    private static MethodInfo Method() => typeof(DreamCaseTests).GetMethod(nameof(Method), BindingFlags.NonPublic | BindingFlags.Static)!;
}
