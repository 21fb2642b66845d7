using System.Text;
using Dreaming.Contracts;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Dsl.Tests;

public class PatternTests
{
    private static readonly Gen<string> Atom = Gen.Elements(
        "a", "b", "-", "0", "\\d", "\\w", "\\s", "\\S", "\\.", ".", "[a-c]", "[^a]", "[]b]", "[0-9a]", "[-a]", "[a\\d]", "\\n", "_", "é", "x{2}", "\\x61", "\\b", "$", "^", "[a-z-[b]]", "(?i:b)");

    private static readonly Gen<string> Text = Gen.Elements("a", "b", "c", "-", "0", "7", "_", ".", " ", "\n", "]", "xx", "é", "B", "\u0661").ListOf().Select(string.Concat);

    private static Gen<string> Pattern(int size)
    {
        if (size <= 0)
            return Atom;
        var part = Pattern(size / 2);
        return Gen.OneOf(
            Atom,
            from left in part from right in part select left + right,
            from left in part from right in part select left + "|" + right,
            from inner in part from count in Gen.Elements("*", "+", "?", "{2}", "{0,2}", "{1,}", "*?", "{0}") select $"({inner}){count}",
            from inner in part select $"(?:{inner})",
            from inner in part select $"^{inner}$");
    }

    [Fact]
    public void A_text_keeps_a_pattern_exactly_when_the_framework_says_so() => Prop.ForAll(
        (from pattern in Pattern(6) from texts in Text.ListOf(12) select (pattern, texts)).ToArbitrary(),
        sample =>
        {
            System.Text.RegularExpressions.Regex matcher;
            try
            {
                matcher = JsonTextRule.Whole(sample.pattern);
            }
            catch (NotSupportedException)
            {
                return;
            }

            var rule = new JsonTextRule { Pattern = sample.pattern, Matcher = matcher };
            foreach (var text in sample.texts)
            {
                var utf8 = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(text);
                var expected = matcher.IsMatch(text);
                // With enough behind the text it is looked at as a vector.
                foreach (var document in new[] { utf8, [.. utf8, .. "                                "u8] })
                    Assert.True(expected == JsonData.Validate(document, (ref JsonValidation json) => json.Text(rule)), $"/{sample.pattern}/ and {Encoding.UTF8.GetString(document)}");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void A_pattern_that_repeats_nothing_many_times_costs_nothing()
    {
        var rule = new JsonTextRule { Pattern = "((((((){999}){999}){999}){999}){999})", Matcher = new(@"\A\z") };
        Assert.True(JsonData.Validate("\"\""u8, (ref JsonValidation json) => json.Text(rule)));
    }

    [Theory]
    [InlineData(@"RX-\d{6}", "RX-100001", "RX-10000")]
    [InlineData(@"^[A-Z]{2}(?:-\d+)?$", "AB-1", "AB-")]
    [InlineData(@"(((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9})?", "", "a")]
    [InlineData(@"a|^b$|c$", "b", "ab")]
    [InlineData(@"\^\$", "^$", "")]
    [InlineData(@"a\\$", @"a\\", "a$")]
    [InlineData(@"\d{15}", "012345678901234", "01234567890123a")]
    [InlineData(@"\d{16}", "0123456789012345", "012345678901234/")]
    [InlineData(@"\d{16}", "9876543210987654", "98765432109876:4")]
    [InlineData(@"\d{17}", "01234567890123456", "0123456789012345a")]
    [InlineData(@"[A-Z][a-z]-[\dA-F]{2}", "Ab-0F", "Ab-0G")]
    [InlineData(@"a{0,13}b", "aaaaaaaaaaaaab", "aaaaaaaaaaaaaab")]
    [InlineData(@"a{0,14}b", "aaaaaaaaaaaaaab", "aaaaaaaaaaaaaaab")]
    public void Patterns_of_every_size_are_matched(string pattern, string yes, string no)
    {
        var rule = new JsonTextRule { Pattern = pattern, Matcher = new(@"\A(?:" + pattern + @")\z") };
        foreach (var behind in new[] { "", "        ", "                                " })
        {
            Assert.True(JsonData.Validate(Encoding.UTF8.GetBytes($"\"{yes}\"{behind}"), (ref JsonValidation json) => json.Text(rule)));
            Assert.False(JsonData.Validate(Encoding.UTF8.GetBytes($"\"{no}\"{behind}"), (ref JsonValidation json) => json.Text(rule)));
        }
    }
}
