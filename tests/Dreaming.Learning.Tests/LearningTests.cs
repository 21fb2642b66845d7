using System.Collections.Immutable;
using Dreaming.Agents;
using Dreaming.Agents.Candidates;
using Dreaming.Agents.Scoring;
using Dreaming.Determinism;
using Dreaming.Distillation;
using Dreaming.Overlays;

namespace Dreaming.Learning.Tests;

public sealed class LearningTests
{
    private static readonly Trajectory Flag = Desk.Said("I've had chest pain since this morning, can I get more Ramipril?");
    private static readonly Trajectory Calm = Desk.Said("Can I get more Ramipril?");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_gradient_is_what_finite_differences_say(ulong seed)
    {
        var random = new SeededRandom(seed);
        var change = Filled(new LowRankChange(20, 16, 3, 6), random);
        var lesson = RandomLesson(random, 20, 16);
        var loss = new LessonLoss(change, 0.7);
        loss.Differentiate(lesson);
        var gradientA = new double[change.A.Length];
        var gradientB = new double[change.B.Length];
        foreach (var feature in lesson.State)
            for (var i = 0; i < change.Rank; i++)
                gradientA[(feature * change.Rank) + i] += loss.StateRow[i];
        foreach (var feature in loss.Touched)
            for (var i = 0; i < change.Rank; i++)
                gradientB[(feature * change.Rank) + i] += loss.Coefficient(feature) * loss.Projection[i];

        Check(change.A, gradientA);
        Check(change.B, gradientB);

        void Check(float[] values, double[] gradient)
        {
            const float step = 1e-2f;
            for (var i = 0; i < values.Length; i++)
            {
                var value = values[i];
                values[i] = value + step;
                var above = loss.Evaluate(lesson).Loss;
                values[i] = value - step;
                var below = loss.Evaluate(lesson).Loss;
                values[i] = value;
                Assert.Equal((above - below) / (2 * step), gradient[i], 2e-3);
            }
        }
    }

    [Fact]
    public void A_change_that_was_not_trained_changes_nothing()
    {
        var random = new SeededRandom(7);
        var change = new LowRankChange(LowRankChange.DefaultStateDimensions, LowRankChange.DefaultActionDimensions, 16, 16);
        for (var i = 0; i < change.A.Length; i++)
            change.A[i] = (float)random.NextDouble();
        var state = Desk.State(Flag);
        var candidates = CandidateList.Of(state);
        Assert.Equal(new PolicyScorer(null).Score(state, candidates), new PolicyScorer(change).Score(state, candidates));
    }

    [Fact]
    public void Learning_makes_the_right_action_likelier()
    {
        var lessons = Lessons();
        var (overlay, report) = Learn(lessons, null);
        Assert.NotNull(overlay);
        Assert.True(report.LossLast < report.LossFirst);
        var change = PolicyAdapter.Read(overlay, Desk.Domain);
        foreach (var lesson in lessons)
            Assert.True(Probability(lesson, change) > Probability(lesson, null));
    }

    [Fact]
    public async Task The_agent_does_what_it_learnt_where_it_learnt_it_and_nothing_else_elsewhere()
    {
        var (overlay, _) = Learn(Lessons(), null);
        var student = new PolicyAgent(Desk.Domain, overlay);
        Assert.Equal("escalate_to_clinician", await CallAsync(student, Flag));
        Assert.Null(await CallAsync(student, Calm));
        Assert.Null(await CallAsync(new PolicyAgent(Desk.Domain), Flag));

        static async Task<string?> CallAsync(PolicyAgent agent, Trajectory state)
        {
            var response = await agent.GetResponseAsync(Dreaming.Episodes.ChatTranscript.ToMessages(state));
            return response.Messages[0].Contents.OfType<Microsoft.Extensions.AI.FunctionCallContent>().SingleOrDefault()?.Name;
        }
    }

    [Fact]
    public void The_same_lessons_and_seed_give_the_same_bytes()
    {
        var first = Learn(Lessons(), null).Overlay!;
        var second = Learn(Lessons(), null).Overlay!;
        Assert.Equal(first.Id, second.Id);
        Assert.True(first.Content.SequenceEqual(second.Content));
    }

    [Fact]
    public void Another_seed_gives_another_overlay() =>
        Assert.NotEqual(Learn(Lessons(), null).Overlay!.Id, new PolicyLearner(Desk.Domain, new LearningOptions()).Learn(Lessons(), null, new Seed(2)).Overlay!.Id);

    [Fact]
    public void Learning_goes_on_where_the_parent_stopped()
    {
        var (first, firstReport) = Learn(Lessons(), null);
        var (second, secondReport) = Learn(Lessons(), first);
        Assert.Equal(first!.Id, second!.ParentId);
        Assert.Equal(firstReport.LossLast, secondReport.LossFirst, 1e-6);
        Assert.True(secondReport.LossLast <= secondReport.LossFirst);
    }

    [Fact]
    public void What_the_parent_knew_of_other_states_is_kept()
    {
        var first = Learn([Lessons()[0]], null).Overlay!;
        var elsewhere = new Lesson(
            Desk.Said("hello").Called("verify_identity", """{"patient_id":"PT-100378","birth_date":"1980-04-26"}""", ReplyOutcome.Refused, "The details do not match."),
            new Say(Desk.SlotOf("birth_date").Asking), null, LessonOrigin.Dream, "elsewhere");
        var second = PolicyAdapter.Read(Learn([elsewhere], first).Overlay!, Desk.Domain);
        Assert.True(Probability(elsewhere, second) > Probability(elsewhere, null));
        Assert.True(Probability(Lessons()[0], second) > Probability(Lessons()[0], null));
    }

    [Fact]
    public void A_parent_of_other_contracts_is_refused()
    {
        var parent = PolicyAdapter.Write(new LowRankChange(8, 8, 2, 2), OrderDesk.OrderDeskDomain.Instance, null, 0, 0);
        Assert.Throws<ArgumentException>(() => Learn(Lessons(), parent));
    }

    [Fact]
    public void What_the_agent_cannot_express_is_skipped_and_counted()
    {
        var foreign = new Lesson(Flag, new Say("Let me tell you a joke."), null, LessonOrigin.Dream, "joke");
        var (overlay, report) = Learn([foreign, .. Lessons()], null);
        Assert.NotNull(overlay);
        Assert.Equal((Lessons().Length + 1, Lessons().Length, 1), (report.Lessons, report.Matched, report.Skipped));
    }

    [Fact]
    public void Nothing_to_learn_gives_no_overlay() => Assert.Null(Learn([], null).Overlay);

    [Fact]
    public void Learning_can_be_given_up() => Assert.ThrowsAny<OperationCanceledException>(
        () => new PolicyLearner(Desk.Domain, new LearningOptions()).Learn(Lessons(), null, new Seed(1), new CancellationToken(canceled: true)));

    [Fact]
    public void An_overlay_says_how_many_lessons_of_each_kind_it_was_learnt_from()
    {
        var overlay = Learn(Lessons(), null).Overlay!;
        Assert.Equal((1, 1), (overlay.EpisodeLessons, overlay.DreamLessons));
        Assert.Equal(Desk.Domain.ContractHash, overlay.ContractHash);
    }

    private static ImmutableArray<Lesson> Lessons()
    {
        var escalate = Desk.Candidates(Flag).First(c => c.IsCall && c.Tool!.Contract.Name == "escalate_to_clinician" && c.Content.Contains("Emergency", StringComparison.Ordinal)).Action;
        var ask = new Say(Desk.SlotOf("patient_id").Asking);
        return [new(Flag, escalate, ask, LessonOrigin.Dream, "flag"), new(Calm, ask, null, LessonOrigin.Episode, "calm")];
    }

    private static (Overlay? Overlay, LearningReport Report) Learn(ImmutableArray<Lesson> lessons, Overlay? parent) =>
        new PolicyLearner(Desk.Domain, new LearningOptions()).Learn(lessons, parent, new Seed(1));

    private static double Probability(Lesson lesson, LowRankChange? change)
    {
        var state = Desk.State(lesson.State);
        var candidates = CandidateList.Of(state);
        var scores = new PolicyScorer(change).Score(state, candidates);
        return Math.Exp(scores[CandidateMatch.IndexOf(lesson.Right, state, candidates)]) / scores.Sum(Math.Exp);
    }

    private static LowRankChange Filled(LowRankChange change, SeededRandom random)
    {
        foreach (var matrix in (float[][])[change.A, change.B])
            for (var i = 0; i < matrix.Length; i++)
                matrix[i] = (float)(random.NextDouble() - 0.5);
        return change;
    }

    private static PreparedLesson RandomLesson(SeededRandom random, int states, int actions)
    {
        var candidates = Enumerable.Range(0, 6).Select(_ => Features(actions)).ToArray();
        return new(Features(states), candidates, [.. candidates.Select(_ => (float)random.NextDouble())], 2, 4, "random");

        List<int> Features(int dimensions) => [.. Enumerable.Range(0, dimensions).Where(_ => random.Chance(0.4)).DefaultIfEmpty(0)];
    }
}
