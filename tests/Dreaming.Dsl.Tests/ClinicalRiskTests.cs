namespace Dreaming.Dsl.Tests;

public class ClinicalRiskTests
{
    [Theory]
    [InlineData(Likelihood.Low, Harm.Major, 3)]
    [InlineData(Likelihood.Medium, Harm.Significant, 2)]
    [InlineData(Likelihood.VeryLow, Harm.Catastrophic, 3)]
    [InlineData(Likelihood.VeryLow, Harm.Minor, 1)]
    [InlineData(Likelihood.VeryHigh, Harm.Catastrophic, 5)]
    public void The_rating_is_read_off_the_published_matrix(Likelihood likelihood, Harm harm, int rating) =>
        Assert.Equal(rating, ClinicalRisk.Rating(likelihood, harm));

    [Fact]
    public void More_harm_and_more_likelihood_never_lower_the_rating()
    {
        foreach (var likelihood in Enum.GetValues<Likelihood>())
        {
            foreach (var harm in Enum.GetValues<Harm>())
            {
                var rating = ClinicalRisk.Rating(likelihood, harm);
                Assert.InRange(rating, 1, 5);
                Assert.True(harm == Harm.Catastrophic || ClinicalRisk.Rating(likelihood, harm + 1) >= rating);
                Assert.True(likelihood == Likelihood.VeryHigh || ClinicalRisk.Rating(likelihood + 1, harm) >= rating);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void There_is_no_penalty_for_a_rating_that_does_not_exist(int rating) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ClinicalRisk.Penalty(rating));
}
