using System.ComponentModel.DataAnnotations;
using Dreaming.Agents;
using Dreaming.Gates;
using Dreaming.Journals;
using Dreaming.Reports;
using RefillDesk;

namespace Dreaming.Nights.Tests;

public sealed class NightTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_seed_gives_the_same_digest_at_any_concurrency()
    {
        var alone = await SleepAsync("alone", Desk.Small with { Concurrency = 1 });
        var crowd = await SleepAsync("crowd", Desk.Small with { Concurrency = 8 });

        Assert.Equal(alone.NightId, crowd.NightId);
        Assert.Equal(alone.Digest, crowd.Digest);
    }

    [Fact]
    public async Task Another_seed_is_another_night()
    {
        var first = await SleepAsync("first", Desk.Small);
        var second = await SleepAsync("second", Desk.Small with { Seed = 2 });

        Assert.NotEqual(first.NightId, second.NightId);
        Assert.NotEqual(first.Digest, second.Digest);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(150)]
    [InlineData(900)]
    public async Task A_night_that_was_cut_short_ends_with_the_result_of_one_that_was_not(int replies)
    {
        var whole = await SleepAsync("whole", Desk.Small);

        using var cut = new CancellationTokenSource();
        var agent = new WatchedAgent(new PolicyAgentFactory(RefillDeskDomain.Instance), async (count, ct) =>
        {
            if (count >= replies)
                await cut.CancelAsync();
            ct.ThrowIfCancellationRequested();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SleepAsync("cut", Desk.Small, agent, cut.Token));
        var resumed = await SleepAsync("cut", Desk.Small);

        Assert.Equal(whole.Digest, resumed.Digest);
    }

    [Fact]
    public async Task A_finished_night_gives_its_result_again_without_running()
    {
        var first = await SleepAsync("desk", Desk.Small);
        var agent = new WatchedAgent(new PolicyAgentFactory(RefillDeskDomain.Instance), (_, _) => ValueTask.CompletedTask);
        var again = await SleepAsync("desk", Desk.Small, agent);

        Assert.Equal(first.Digest, again.Digest);
        Assert.Equal(0, agent.Replies);
    }

    [Fact]
    public async Task What_the_network_broke_is_no_score_and_no_gate_passes_on_it()
    {
        var agent = new WatchedAgent(
            new PolicyAgentFactory(RefillDeskDomain.Instance), (_, _) => ValueTask.FromException(new HttpRequestException("connection refused")));
        var night = await SleepAsync("desk", Desk.Small, agent);

        Assert.Equal(0, night.Before.Judged);
        Assert.Null(night.Before.Rate);
        Assert.Equal(night.Rollouts.Unscored, night.Rollouts.ByOwner[nameof(Owner.Infrastructure)]);
        Assert.NotEqual(GateVerdict.Pass, night.Gate?.Decision);

        var mended = await SleepAsync("desk", Desk.Small);
        Assert.Equal((await SleepAsync("whole", Desk.Small)).Digest, mended.Digest);
    }

    [Fact]
    public async Task What_is_learnt_from_is_never_what_is_measured()
    {
        var parts = await Desk.PartsAsync();
        var plan = NightPlan.Make(parts, Desk.Small);
        var lessons = plan.Of(CaseGroup.Lesson).Select(c => c.Dream.Skeleton.Id).ToHashSet();
        var held = plan.Curated.HeldOut.Select(e => e.TaskId).ToHashSet();

        Assert.NotEmpty(lessons);
        Assert.NotEmpty(held);
        Assert.DoesNotContain(plan.Of(CaseGroup.Probe), c => lessons.Contains(c.Dream.Skeleton.Id));
        Assert.DoesNotContain(plan.Of(CaseGroup.Lesson), c => held.Contains(c.Dream.Skeleton.TaskId));
        Assert.All(plan.Of(CaseGroup.HeldOut), c => Assert.Contains(c.Dream.Skeleton.TaskId, held));
    }

    [Fact]
    public async Task A_night_without_episodes_dreams_from_the_scenarios_and_says_so()
    {
        var parts = await Desk.PartsAsync() with { Episodes = [] };
        await using var journal = await Journal.OpenAsync(_folder.File("desk.db"));
        var night = await new Night(parts, Desk.Small, journal).SleepAsync(null, CancellationToken.None);

        Assert.Equal(Desk.Small.Dreams, night.Dreams.Total);
        Assert.Contains(night.NotDone, n => n.StartsWith("No episodes were given", StringComparison.Ordinal));
        Assert.NotEqual(GateVerdict.Pass, night.Gate?.Decision);
    }

    [Fact]
    public async Task A_forecast_runs_and_writes_nothing()
    {
        var agent = new WatchedAgent(new PolicyAgentFactory(RefillDeskDomain.Instance), (_, _) => ValueTask.CompletedTask);
        await using var journal = await Journal.OpenAsync(_folder.File("desk.db"));
        var forecast = new Night(await Desk.PartsAsync(agent), Desk.Small, journal).Forecast();

        Assert.Equal(Desk.Small.Dreams, forecast.Dreams.Values.Sum());
        Assert.Equal(0, forecast.JudgeCalls);
        Assert.Equal(0, agent.Replies);
        Assert.Empty(journal.Nights());
    }

    [Fact]
    public async Task An_option_out_of_its_range_is_refused_before_anything_is_done()
    {
        var parts = await Desk.PartsAsync();
        await using var journal = await Journal.OpenAsync(_folder.File("desk.db"));

        Assert.Throws<ValidationException>(() => new Night(parts, Desk.Small with { Dreams = 0 }, journal));
    }

    private async Task<NightReport> SleepAsync(string journalName, NightOptions options, IAgentFactory? agent = null, CancellationToken cancellationToken = default)
    {
        await using var journal = await Journal.OpenAsync(_folder.File(journalName + ".db"), cancellationToken);
        return await new Night(await Desk.PartsAsync(agent), options, journal).SleepAsync(null, cancellationToken);
    }
}
