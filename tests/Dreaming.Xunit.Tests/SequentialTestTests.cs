using Dreaming.Determinism;
using Dreaming.Shrinking;

namespace Dreaming.Xunit.Tests;

public sealed class SequentialTestTests
{
    private const int Runs = 4000;

    // Four standard deviations of a share at the stated rate.
    private static readonly double Slack = 4 * Math.Sqrt(0.05 * 0.95 / Runs);

    [Theory]
    [InlineData(0.1, 0.2)]
    [InlineData(0.3, 0.6)]
    [InlineData(0.48, 0.97)]
    public void Both_errors_are_no_oftener_than_stated(double low, double high)
    {
        Assert.InRange(Share(SequentialVerdict.High, low, low, high), 0, 0.05 + Slack);
        Assert.InRange(Share(SequentialVerdict.High, low / 2, low, high), 0, 0.05 + Slack);
        Assert.InRange(Share(SequentialVerdict.Low, high, low, high), 0, 0.05 + Slack);
    }

    [Fact]
    public void A_chance_that_was_kept_is_seen_nearly_always() => Assert.InRange(Share(SequentialVerdict.High, 0.8, 0.4, 0.8), 0.9, 1);

    [Fact]
    public void A_verdict_stays()
    {
        var test = new SequentialTest(0.4, 0.8, 0.05, 0.05);
        while (test.Verdict == SequentialVerdict.Undecided)
            test.Observe(true);
        for (var i = 0; i < 100; i++)
            test.Observe(false);
        Assert.Equal(SequentialVerdict.High, test.Verdict);
    }

    [Theory]
    [InlineData(0, 0.5, 0.05, 0.05)]
    [InlineData(0.5, 0.5, 0.05, 0.05)]
    [InlineData(0.5, 1, 0.05, 0.05)]
    [InlineData(0.4, 0.8, 0, 0.05)]
    [InlineData(0.4, 0.8, 0.05, double.NaN)]
    public void What_is_no_chance_is_refused(double low, double high, double alpha, double beta) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SequentialTest(low, high, alpha, beta));

    private static double Share(SequentialVerdict verdict, double chance, double low, double high)
    {
        var random = new Seed(17).Derive($"{chance} {low} {high}").ToRandom();
        var count = 0;
        for (var run = 0; run < Runs; run++)
        {
            var test = new SequentialTest(low, high, 0.05, 0.05);
            for (var i = 0; i < 2000 && test.Verdict == SequentialVerdict.Undecided; i++)
                test.Observe(random.Chance(chance));
            count += test.Verdict == verdict ? 1 : 0;
        }

        return (double)count / Runs;
    }
}
