using Dreaming.Gates;
using Xunit;

namespace Dreaming.Gates.Tests.Statistics;

public class NormalAndBinomialTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746068542949)]
    [InlineData(1.96, 0.975002104851779566)]
    [InlineData(2.999, 0.9986456634662729)]
    [InlineData(3.001, 0.998654527174915)]
    [InlineData(-1.6448536269514722, 0.05)]
    [InlineData(-5, 2.866515718791939e-07)]
    [InlineData(-10, 7.619853024160527e-24)]
    public void The_normal_distribution_matches_published_values(double x, double expected) =>
        Assert.InRange(Normal.Cdf(x), expected - 1e-9 * Math.Min(1, expected * 10), expected + 1e-9 * Math.Min(1, expected * 10));

    [Theory]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(0.5, 0)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-10, -6.361340902404056)]
    public void The_normal_quantile_matches_published_values(double p, double expected) => Assert.Equal(expected, Normal.Quantile(p), 1e-9);

    [Fact]
    public void The_quantile_undoes_the_distribution()
    {
        for (var x = -6.0; x <= 5.0; x += 0.37)
            Assert.Equal(x, Normal.Quantile(Normal.Cdf(x)), 1e-8);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_quantile_of_no_probability_is_refused(double p) => Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(p));

    [Fact]
    public void Binomial_tails_equal_the_summed_probabilities()
    {
        foreach (var n in (int[])[1, 2, 7, 30, 61])
            foreach (var p in (double[])[0.001, 0.03, 0.5, 0.77, 0.999])
            {
                var mass = Mass(n, p);
                for (var k = -1; k <= n + 1; k++)
                {
                    Assert.Equal(mass.Where((_, i) => i >= k).Sum(), Binomial.AtLeast(k, n, p), 1e-11);
                    Assert.Equal(mass.Where((_, i) => i <= k).Sum(), Binomial.AtMost(k, n, p), 1e-11);
                }
            }
    }

    [Fact]
    public void The_tails_of_many_trials_stay_accurate()
    {
        // By symmetry, P(X >= n/2 + 1) = (1 - P(X = n/2)) / 2, and the middle probability is known to many digits from Stirling's series.
        const int N = 1_000_000;
        var middle = Math.Sqrt(2 / (Math.PI * N)) * (1 - 1.0 / (4 * N));
        Assert.Equal((1 - middle) / 2, Binomial.AtLeast(N / 2 + 1, N, 0.5), 1e-9);
    }

    private static double[] Mass(int n, double p)
    {
        var mass = new double[n + 1];
        for (var k = 0; k <= n; k++)
        {
            var ways = 1.0;
            for (var i = 0; i < k; i++)
                ways = ways * (n - i) / (i + 1);
            mass[k] = ways * Math.Pow(p, k) * Math.Pow(1 - p, n - k);
        }

        return mass;
    }
}
