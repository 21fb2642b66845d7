using System.Collections.Immutable;
using Dreaming.Agents;
using Dreaming.Curation;
using Dreaming.Determinism;
using Dreaming.Distillation;
using Dreaming.Episodes;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Learning.Tests;

public sealed class LessonPlanTests
{
    [Fact]
    public void Dreams_never_outnumber_what_real_episodes_allow() => Prop.ForAll(
        Gen.Choose(0, 6).ToArbitrary(), Gen.Choose(0, 60).ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (episodes, repairs, share) =>
        {
            var lessons = new LessonPlan(Desk.Domain, new LessonOptions { MaxDreamShare = share, MaxWithoutEpisodes = 10 }).Compose(Episodes(episodes), Repairs(repairs));
            var real = lessons.Count(l => l.Origin == LessonOrigin.Episode);
            var dreamed = lessons.Count(l => l.Origin == LessonOrigin.Dream);
            return dreamed == Math.Min(repairs, real == 0 ? 10 : real * share);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_input_changes_nothing() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new SeededRandom((ulong)seed);
        var (episodes, repairs) = (Episodes(5).ToArray(), Repairs(12).ToArray());
        var plan = new LessonPlan(Desk.Domain, new LessonOptions());
        var before = plan.Compose(episodes, repairs).Select(l => (l.SourceId, ActionText.Of(l.Right)));
        random.Shuffle<ScrubbedEpisode>(episodes);
        random.Shuffle<Repair>(repairs);
        return before.SequenceEqual(plan.Compose(episodes, repairs).Select(l => (l.SourceId, ActionText.Of(l.Right))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_state_and_action_is_one_lesson()
    {
        var repair = Repairs(1)[0];
        var lessons = new LessonPlan(Desk.Domain, new LessonOptions()).Compose([], [repair, repair with { Id = "again" }]);
        Assert.Single(lessons);
    }

    [Fact]
    public void A_repair_becomes_a_lesson_with_the_attempt_as_what_is_wrong()
    {
        var repair = Repairs(1)[0];
        var lesson = Assert.Single(new LessonPlan(Desk.Domain, new LessonOptions()).Compose([], [repair]));
        Assert.Equal((repair.Corrected, repair.Attempted, LessonOrigin.Dream, repair.Id), (lesson.Right, lesson.Wrong, lesson.Origin, lesson.SourceId));
    }

    [Fact]
    public void Only_successful_episodes_are_anchors() =>
        Assert.Empty(new LessonPlan(Desk.Domain, new LessonOptions()).Compose([Scrub(Episode(1, reward: 0))], []));

    [Fact]
    public void What_passed_demonstrates_beside_the_repairs()
    {
        var repair = Repairs(1)[0];
        var passed = new Demonstration("passed", Episode(3, 1).Trajectory);
        var lessons = new LessonPlan(Desk.Domain, new LessonOptions()).Compose([], [repair], [passed]);
        Assert.Equal([repair.Id, "passed", "passed"], lessons.Select(l => l.SourceId));
    }

    private static List<ScrubbedEpisode> Episodes(int count) => [.. Enumerable.Range(0, count).Select(i => Scrub(Episode(i, reward: 1)))];

    private static ScrubbedEpisode Scrub(Episode episode) => new Scrubber(Desk.Domain).Scrub(episode);

    // Two decisions each, both in the agent's own words.
    private static Episode Episode(int number, double reward) => EpisodeId.Seal(new Episode
    {
        Id = "",
        Domain = Desk.Domain.Name,
        ContractHash = Desk.Domain.ContractHash,
        TaskId = $"task {number}",
        Reward = reward,
        Trajectory = Desk.Said($"Hi, I need more Ramipril, it is for number {number}.")
            .Asked("patient_id", $"My patient id is PT-{100_000 + number}.")
            .Then(new AgentSaid(Desk.SlotOf("birth_date").Asking), new UserSaid("My birth date is 1962-03-14."), new Ended(EndReason.UserDone)),
    });

    private static List<Repair> Repairs(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Repair
        {
            Id = $"repair {i:D3}",
            DreamId = $"dream {i}",
            Scenario = "repeat-prescription",
            Step = 1,
            State = Desk.Said($"I need more of number {i}"),
            Attempted = new Say(Phrasing.Claimed),
            Critique = "The user did not get what they came for.",
            Corrected = new Say(Phrasing.OpenQuestion),
        }),
    ];
}
