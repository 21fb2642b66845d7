using Dreaming.Determinism;

namespace Dreaming.Hunting.Tests;

public sealed class BetaDistributionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(20, 3)]
    [InlineData(900, 300)]
    public void The_mean_and_the_variance_are_those_of_the_distribution(int a, int b)
    {
        const int count = 20_000;
        var random = new Seed(7).ToRandom();
        var samples = Enumerable.Range(0, count).Select(_ => BetaDistribution.Sample(a, b, random)).ToList();

        // What is halved to stay cheap is wider, and says so here.
        var (x, y) = (a, b);
        while (x + y > 512)
            (x, y) = ((x + 1) / 2, (y + 1) / 2);
        var (mean, variance) = ((double)x / (x + y), (double)x * y / ((double)(x + y) * (x + y) * (x + y + 1)));
        var found = samples.Average();
        Assert.InRange(found, mean - (5 * Math.Sqrt(variance / count)), mean + (5 * Math.Sqrt(variance / count)));
        Assert.InRange(samples.Average(s => (s - found) * (s - found)), variance * 0.9, variance * 1.1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_number() =>
        Assert.Equal(BetaDistribution.Sample(3, 4, new Seed(1).ToRandom()), BetaDistribution.Sample(3, 4, new Seed(1).ToRandom()));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Parameters_that_are_not_positive_are_refused(int a, int b) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaDistribution.Sample(a, b, new Seed(1).ToRandom()));
}
