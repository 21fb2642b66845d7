using Dreaming.Curation;
using Dreaming.Episodes;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Dreams.Tests;

public class CuratorTests
{
    private static readonly Curator Curator = new(Given.Domain, new CurationOptions());

    [Fact]
    public void The_order_of_the_input_makes_no_difference() =>
        Law.Holds(Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            seed =>
            {
                var episodes = Tasks(30);
                var shuffled = episodes.ToArray();
                new Determinism.SeededRandom((ulong)seed).Shuffle<Episode>(shuffled);
                var (a, b) = (Curator.Curate(episodes), Curator.Curate(shuffled));
                Assert.Equal(a.Train.Select(e => (e.Id, e.Place)), b.Train.Select(e => (e.Id, e.Place)));
                Assert.Equal(a.HeldOut.Select(e => (e.Id, e.Place)), b.HeldOut.Select(e => (e.Id, e.Place)));
                Assert.Equal(a.Quarantined, b.Quarantined);
            }));

    [Fact]
    public void All_runs_of_a_task_stand_on_the_same_side() =>
        Law.Holds(Prop.ForAll(
            ArbMap.Default.ArbFor<(int[], ulong, byte)>(),
            given =>
            {
                var (tasks, split, share) = given;
                var episodes = tasks.SelectMany((t, i) => Enumerable.Range(0, 3).Select(trial => Given.Episode($"task-{t % 7}", (i * 3) + trial, 1, new UserSaid("Hi")))).ToList();
                var curated = new Curator(Given.Domain, new CurationOptions { HeldOutShare = share / 256.0, SplitSeed = new(split) }).Curate(episodes);
                Assert.Empty(curated.Train.Select(e => e.TaskId).Intersect(curated.HeldOut.Select(e => e.TaskId)));
                Assert.Equal(episodes.Count, curated.Train.Length + curated.HeldOut.Length + curated.Duplicates);
            }));

    [Fact]
    public void About_the_asked_share_of_tasks_is_held_out()
    {
        var curated = Curator.Curate(Tasks(2000));
        Assert.InRange(curated.HeldOut.Length, 520, 680);
    }

    [Fact]
    public void New_tasks_move_no_old_one_to_the_other_side()
    {
        var before = Curator.Curate(Tasks(50)).HeldOut.Select(e => e.TaskId);
        Assert.Subset(Curator.Curate(Tasks(80)).HeldOut.Select(e => e.TaskId).ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public void Another_split_seed_holds_out_other_tasks()
    {
        var other = new Curator(Given.Domain, new CurationOptions { SplitSeed = new(9) });
        Assert.NotEqual(Curator.Curate(Tasks(50)).HeldOut.Select(e => e.Id), other.Curate(Tasks(50)).HeldOut.Select(e => e.Id));
    }

    [Fact]
    public void The_same_episode_counts_once()
    {
        var episode = Given.Renewal();
        var curated = Curator.Curate([episode with { Place = new("b", 1) }, episode with { Place = new("a", 2) }, episode]);
        Assert.Equal(2, curated.Duplicates);
        Assert.Equal("", Assert.Single(curated.Train.Concat(curated.HeldOut)).Place.File);
    }

    [Fact]
    public void What_was_recorded_elsewhere_or_under_other_contracts_is_quarantined()
    {
        var curated = Curator.Curate(
        [
            Given.Renewal(1) with { ContractHash = "0123", Id = "a", Place = new("f", 1) },
            Given.Renewal(2) with { Domain = "other", Id = "b", Place = new("f", 2) },
            EpisodeId.Seal(Given.Renewal(3) with { ContractHash = null }),
        ]);
        Assert.Equal([1, 2], curated.Quarantined.Select(q => q.Place.Line));
        Assert.Single(curated.Train.Concat(curated.HeldOut));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_share_that_is_none_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CurationOptions { HeldOutShare = share });

    private static List<Episode> Tasks(int count) => [.. Enumerable.Range(0, count).Select(i => Given.Episode($"task-{i}", 0, 1, new UserSaid("Hi")))];
}
