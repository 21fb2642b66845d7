using Dreaming.Gates;
using Xunit;

namespace Dreaming.Gates.Tests.Statistics;

public class GoldenValueTests
{
    private static readonly double[] Scores = [0.9, 0.4, 0.7, -0.2, 0.55, 0.8];

    [Theory]
    [InlineData(1, 0.525)]
    [InlineData(2, 0.296667)]
    [InlineData(3, 0.1375)]
    [InlineData(4, 0.01)]
    [InlineData(5, -0.1)]
    [InlineData(6, -0.2)]
    public void Worst_at_k(int k, double expected) => Assert.Equal(expected, RepeatedRuns.WorstAtK(Scores, k), 1e-6);

    [Fact]
    public void Worst_at_k_is_pass_hat_k_for_scores_of_zero_and_one()
    {
        for (var passed = 0; passed <= 6; passed++)
            for (var k = 1; k <= 6; k++)
                Assert.Equal(RepeatedRuns.PassHatK(6, passed, k), RepeatedRuns.WorstAtK([.. Enumerable.Range(0, 6).Select(i => i < passed ? 1.0 : 0.0)], k), 1e-12);
    }

    [Theory]
    [InlineData(1, 0.75)]
    [InlineData(2, 0.5357)]
    [InlineData(3, 0.3571)]
    [InlineData(4, 0.2143)]
    [InlineData(5, 0.1071)]
    [InlineData(6, 0.0357)]
    [InlineData(7, 0)]
    [InlineData(8, 0)]
    public void Pass_hat_k(int k, double expected) => Assert.Equal(expected, RepeatedRuns.PassHatK(8, 6, k), 5e-5);

    [Theory]
    [InlineData(1, 0.75)]
    [InlineData(2, 0.9643)]
    [InlineData(3, 1)]
    public void Pass_at_k(int k, double expected) => Assert.Equal(expected, RepeatedRuns.PassAtK(8, 6, k), 5e-5);

    [Theory]
    [InlineData(1, 0.5625)]
    [InlineData(2, 0.4167)]
    [InlineData(3, 0.3125)]
    [InlineData(4, 0.25)]
    public void Pass_hat_k_over_tasks_is_their_mean(int k, double expected) =>
        Assert.Equal(expected, ((int[])[4, 3, 2, 0]).Average(passed => RepeatedRuns.PassHatK(4, passed, k)), 5e-5);

    [Theory]
    [InlineData(1, 8, 0.0195)]
    [InlineData(2, 10, 0.0193)]
    [InlineData(0, 5, 0.03125)]
    [InlineData(0, 0, 1)]
    public void McNemar_one_sided(int improved, int regressed, double expected) => Assert.Equal(expected, McNemar.Regression(improved, regressed), 5e-5);

    [Fact]
    public void McNemar_two_sided_and_mid_p()
    {
        Assert.Equal(0.0414, McNemar.TwoSided(5, 15), 5e-5);
        Assert.Equal(0.0414, McNemar.TwoSided(15, 5), 5e-5);
        Assert.Equal(0.0266, McNemar.MidP(5, 15), 5e-5);
        Assert.Equal(1, McNemar.TwoSided(4, 4));
    }

    [Theory]
    [InlineData(0, 0, 50, 0.90, 0, -0.0513, 0.0513)]
    [InlineData(5, 3, 100, 0.90, 0.02, -0.0304, 0.0739)]
    [InlineData(5, 3, 100, 0.95, 0.02, -0.0425, 0.0868)]
    [InlineData(2, 2, 50, 0.90, 0, -0.0808, 0.0808)]
    public void Tango_interval(int improved, int regressed, int pairs, double confidence, double estimate, double low, double high)
    {
        var interval = Tango.Difference(improved, regressed, pairs, confidence)!;
        Assert.Equal(estimate, interval.Estimate, 1e-12);
        Assert.Equal(low, interval.Low, 5.1e-5);
        Assert.Equal(high, interval.High, 5.1e-5);
    }

    [Theory]
    [InlineData(0, 0, 50, 0.05, 0.0524)]
    [InlineData(0, 0, 50, 0.10, 0.0092)]
    [InlineData(5, 3, 100, 0.05, 0.0161)]
    [InlineData(2, 2, 50, 0.05, 0.1317)]
    public void Tango_non_inferiority(int improved, int regressed, int pairs, double margin, double expected) =>
        Assert.Equal(expected, Tango.NonInferiority(improved, regressed, pairs, margin), 5.1e-5);

    [Theory]
    [InlineData(0.10, 25)]
    [InlineData(0.05, 52)]
    [InlineData(0.02, 133)]
    public void Tasks_needed_when_nothing_changed(double margin, int expected) => Assert.Equal(expected, Tango.PairsNeeded(0, 0, 10, margin));

    [Fact]
    public void No_number_of_tasks_shows_what_is_not_so() => Assert.Null(Tango.PairsNeeded(0, 1, 10, 0.05));

    [Fact]
    public void At_no_difference_Tango_is_McNemars_score() => Assert.Equal(1 - Normal.Cdf((7 - 3) / Math.Sqrt(10)), Tango.NonInferiority(7, 3, 40, 0), 1e-12);

    [Fact]
    public void Tango_mirrors_when_before_and_after_change_places()
    {
        for (var improved = 0; improved <= 12; improved++)
            for (var regressed = 0; regressed + improved <= 12; regressed++)
            {
                var (one, other) = (Tango.Difference(improved, regressed, 12)!, Tango.Difference(regressed, improved, 12)!);
                Assert.Equal(one.Low, -other.High, 1e-9);
                Assert.Equal(one.High, -other.Low, 1e-9);
                Assert.InRange(one.Estimate, one.Low, one.High);
            }
    }

    [Fact]
    public void Tangos_lower_bound_never_falls_when_a_pair_gets_better()
    {
        foreach (var n in (int[])[1, 2, 5, 13, 30, 52, 75])
            for (var improved = 0; improved <= n; improved++)
                for (var regressed = 0; improved + regressed < n; regressed++)
                {
                    var now = Tango.Difference(improved, regressed, n)!;
                    var better = Tango.Difference(improved + 1, regressed, n)!;
                    var worse = Tango.Difference(improved, regressed + 1, n)!;
                    Assert.True(better.Low >= now.Low - 1e-12 && better.High >= now.High - 1e-12, $"{improved}+1 : {regressed} of {n}");
                    Assert.True(worse.Low <= now.Low + 1e-12 && worse.High <= now.High + 1e-12, $"{improved} : {regressed}+1 of {n}");
                }
    }

    [Fact]
    public void Evidence_for_non_inferiority_with_one_stake()
    {
        double[] expected = [1.05, 1.6275, 1.708875, 1.794319, 0.986875, 1.036219, 1.60614, 1.686447, 1.770769, 1.859307];
        var values = EProcess.NonInferiority([0, 1, 0, 0, -1, 0, 1, 0, 0, 0], 0.10, 0.5);
        Assert.Equal(expected.Length, values.Length);
        Assert.All(expected.Zip(values), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void Evidence_for_non_inferiority_over_the_grid_of_stakes()
    {
        double[] expected = [1.050556, 1.645404, 1.741275, 1.844258, 0.848176, 0.883939, 1.301068, 1.364397, 1.431836, 1.503686];
        var values = EProcess.NonInferiority([0, 1, 0, 0, -1, 0, 1, 0, 0, 0], 0.10);
        Assert.Equal(expected.Length, values.Length);
        Assert.All(expected.Zip(values), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Theory]
    [InlineData(0.10, 46)]
    [InlineData(0.05, 94)]
    [InlineData(0.02, 239)]
    public void Evidence_without_any_change_suffices_after_so_many_cases(double margin, int expected)
    {
        var values = EProcess.NonInferiority(new double[300], margin);
        Assert.Equal(expected, values.TakeWhile(v => v < 20).Count() + 1);
    }

    [Theory]
    [InlineData(0, 7, 31.875)]
    [InlineData(1, 8, 11.256)]
    [InlineData(3, 3, 0.457)]
    [InlineData(0, 6, 18.1)]
    [InlineData(1, 9, 18.5)]
    [InlineData(1, 10, 30.9)]
    public void Regression_alarm(int improved, int regressed, double expected) =>
        Assert.Equal(expected, EProcess.RegressionAlarm(improved, regressed), expected > 12 && expected < 31 ? 0.06 : 1e-3);

    [Theory]
    [InlineData(20, 0.139)]
    [InlineData(30, 0.0950)]
    [InlineData(59, 0.0495)]
    [InlineData(299, 0.0100)]
    public void Zero_failures(int trials, double expected) => Assert.Equal(expected, Proportions.ZeroFailureUpper(trials), trials == 20 ? 5e-4 : 5e-5);

    [Theory]
    [InlineData(1, 50, 0.0914)]
    [InlineData(2, 50, 0.1206)]
    public void Clopper_and_Pearson_upper(int successes, int trials, double expected)
    {
        Assert.Equal(expected, Proportions.ClopperPearsonUpper(successes, trials), 5e-5);
        Assert.Equal(1 - expected, Proportions.ClopperPearsonLower(trials - successes, trials), 5e-5);
    }

    [Fact]
    public void Clopper_and_Pearson_without_failures_is_the_zero_failure_bound() => Assert.Equal(Proportions.ZeroFailureUpper(40), Proportions.ClopperPearsonUpper(0, 40), 1e-12);

    [Theory]
    [InlineData(9, 10, 0.5958, 0.9821)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(0, 10, 0, 0.2775)]
    public void Wilson(int successes, int trials, double low, double high)
    {
        var interval = Proportions.Wilson(successes, trials)!;
        Assert.Equal(low, interval.Low, 5.1e-5);
        Assert.Equal(high, interval.High, 5.1e-5);
        Assert.Equal((double)successes / trials, interval.Estimate, 1e-15);
    }

    [Fact]
    public void Without_trials_there_is_no_interval()
    {
        Assert.Null(Proportions.Wilson(0, 0));
        Assert.Null(Tango.Difference(0, 0, 0));
        Assert.Equal(1, Proportions.ClopperPearsonUpper(0, 0));
        Assert.Equal(1, Proportions.ZeroFailureUpper(0));
    }

    [Fact]
    public void Impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportions.Wilson(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportions.Wilson(1, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tango.Difference(3, 3, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tango.NonInferiority(0, 0, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => McNemar.Regression(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RepeatedRuns.PassHatK(3, 4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RepeatedRuns.PassAtK(3, 2, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => RepeatedRuns.WorstAtK([], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EProcess.NonInferiority([1.5], 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EProcess.NonInferiority([0], 0.1, 1.2));
    }
}
