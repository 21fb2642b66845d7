using Dreaming.Generators.Parsing;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Tests.Emission;

public class PatternSampleTests
{
    [Theory]
    [InlineData(@"RX-\d{6}", "RX-000000", "RX-999999")]
    [InlineData("#W[0-9]+", "#W0", "#W999")]
    [InlineData("a|bcd", "a", "bcd")]
    [InlineData("(?:ab){2,3}c?", "abab", "abababc")]
    [InlineData("[A-Z]{2}", "AA", "ZZ")]
    [InlineData(@"[\w.-]+@x", "a@x", "---@x")]
    [InlineData("^x*$", "", "xxx")]
    [InlineData(@"\d{3}-\d{4}", "000-0000", "999-9999")]
    [InlineData(@"\.\(\)", ".()", ".()")]
    [InlineData("a{2,}", "aa", "aaaaa")]
    public void A_pattern_has_a_short_and_a_long_sample(string pattern, string shortest, string longest) =>
        Assert.Equal((shortest, longest), PatternSampler.Sample(pattern));

    [Theory]
    [InlineData("[^a]")]
    [InlineData(@"\p{L}+")]
    [InlineData("(?<name>a)")]
    [InlineData(@"\d{1000}")]
    public void What_the_sampler_does_not_understand_has_no_sample(string pattern) =>
        Assert.Equal((null, null), PatternSampler.Sample(pattern));

    [Theory]
    [InlineData(@"RX-\d{6}")]
    [InlineData("[ab]?c{2,4}")]
    [InlineData("(red|green)-?[0-9a-f]{2}")]
    [InlineData(".*")]
    [InlineData(@"\bword\b")]
    public void What_is_offered_was_held_against_the_pattern_itself(string pattern)
    {
        Assert.Null(PatternSyntax.WhyNot(pattern));
        foreach (var perturbation in PatternSamples.Around(pattern))
        {
            Assert.Equal(perturbation.Kind != "NearMiss", System.Text.RegularExpressions.Regex.IsMatch(perturbation.Text, $@"\A(?:{pattern})\z"));
        }
    }

    [Fact]
    public void A_sample_that_breaks_the_length_is_left_out() => Assert.DoesNotContain(
        PerturbationParser.Parse(new MemberSpec("X", "x", new ValueSpec(ValueShape.Text, "string", false, false), Binding.Parameter, true)
        {
            Constraints = ConstraintSpec.None with { Pattern = "a+", MaxLength = 2 },
        }),
        p => p.Reason == "longest match");
}
