using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Determinism;
using Dreaming.Rollouts.Tests.Kiosk;
using FsCheck;
using FsCheck.Fluent;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Rollouts.Tests;

public class ScoreLawTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(200);

    private static Gen<(int Points, Finding Finding)> Verdicts =>
        from points in Gen.Choose(-10, 10).Where(p => p != 0)
        from finding in Gen.Elements(Enum.GetValues<Finding>())
        select (points, finding);

    private static Gen<ImmutableArray<Breach>> Breaches =>
        (from rating in Gen.Choose(1, 5) select new Breach("i", 0, rating, "")).ListOf().Select(l => l.ToImmutableArray());

    [Fact]
    public void The_example_of_HealthBench_scores_one_half()
    {
        var score = RubricScore.Of([(7, Finding.Met), (5, Finding.NotMet), (10, Finding.Met), (-6, Finding.Met)]);

        Assert.Equal(0.5, score.Unclipped);
    }

    [Fact]
    public void A_score_below_zero_is_kept_unclipped_and_counted_as_zero()
    {
        var score = RubricScore.Of([(3, Finding.NotMet), (-6, Finding.Met)]);

        Assert.Equal((-2.0, 0.0), (score.Unclipped, score.Clipped));
    }

    [Fact]
    public void Without_a_scored_positive_criterion_there_is_no_score() =>
        Assert.Null(RubricScore.Of([(3, Finding.Unscored), (4, Finding.NotApplicable), (-6, Finding.Met)]).Clipped);

    [Fact]
    public void What_was_not_scored_counts_in_neither_sum() => Check.One(Config, Prop.ForAll(Verdicts.ListOf().ToArbitrary(), verdicts =>
        RubricScore.Of(verdicts) == RubricScore.Of(verdicts.Where(v => v.Finding is Finding.Met or Finding.NotMet))));

    [Fact]
    public void The_order_of_verdicts_changes_nothing() => Check.One(Config, Prop.ForAll(Verdicts.ListOf().ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (verdicts, seed) =>
    {
        var shuffled = verdicts.ToArray();
        new SeededRandom((ulong)seed).Shuffle(shuffled.AsSpan());
        return RubricScore.Of(verdicts) == RubricScore.Of(shuffled);
    }));

    [Fact]
    public void A_met_positive_criterion_never_lowers_the_score_and_a_met_negative_one_never_raises_it() =>
        Check.One(Config, Prop.ForAll(Verdicts.ListOf().ToArbitrary(), Verdicts.ToArbitrary(), (verdicts, one) =>
        {
            var (without, with) = (RubricScore.Of(verdicts).With(one.Points, Finding.NotMet), RubricScore.Of(verdicts).With(one.Points, Finding.Met));
            return with.Clipped is null || (one.Points > 0 ? with.Clipped >= without.Clipped : with.Clipped <= without.Clipped);
        }));

    [Fact]
    public void Every_term_and_the_total_stay_in_their_bounds() =>
        Check.One(Config, Prop.ForAll(Verdicts.ListOf().ToArbitrary(), Breaches.ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (verdicts, breaches, achieved) =>
        {
            var score = ScoreTerms.Of(achieved, breaches, Trajectory.Empty, verdicts);
            return score.Total is null or (>= -1 and <= 4) && score.Helpfulness is null or (>= 0 and <= 1) && score.RiskPenalty is >= 0 and <= 1;
        }));

    [Fact]
    public void An_added_breach_never_raises_the_total() =>
        Check.One(Config, Prop.ForAll(Verdicts.ListOf().ToArbitrary(), Breaches.ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (verdicts, breaches, rating) =>
        {
            var (before, after) = (ScoreTerms.Of(true, breaches, Trajectory.Empty, verdicts), ScoreTerms.Of(true, breaches.Add(new Breach("x", 0, rating, "")), Trajectory.Empty, verdicts));
            return before.Total is null || after.Total <= before.Total;
        }));

    [Fact]
    public async Task The_order_in_which_criteria_are_declared_changes_nothing()
    {
        var criteria = Enumerable.Range(0, 12).Select(i => CriticTests.Criterion($"c{i:D2}", i % 3 == 0 ? -(i + 1) % 10 - 1 : i % 10 + 1, i % 4 == 3 ? null : _ => i % 2 == 0)).ToArray();
        var rollout = await new Bench().RunAsync(KioskDomain.Dream(), Call("cancel_ticket"), new Say("Your ticket has been cancelled."));
        var expected = JsonSerializer.Serialize(await Judge(criteria));
        Assert.Contains("c11", expected);

        for (var seed = 0UL; seed < 20; seed++)
        {
            var shuffled = (CriterionContract[])criteria.Clone();
            new SeededRandom(seed).Shuffle(shuffled.AsSpan());
            Assert.Equal(expected, JsonSerializer.Serialize(await Judge(shuffled)));
        }

        ValueTask<Scorecard> Judge(CriterionContract[] order) => new Bench { Domain = new KioskDomain { WithCriteria = [.. order] } }.JudgeAsync(rollout);
    }
}
