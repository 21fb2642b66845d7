using System.Text;
using Dreaming.Contracts;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Dsl.Tests;

public class HostileInputTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{\"key\"")]
    [InlineData("{\"key\":\"abc\"} x")]
    [InlineData("{\"key\":\"abc\"}{}")]
    [InlineData("{\"key\":\"abc\",}")]
    [InlineData("{'key':'abc'}")]
    [InlineData("{\"key\":\"abc\"} // comment")]
    [InlineData("{\"key\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("\0")]
    public void Malformed_JSON_is_a_violation(string json) => Assert.Contains(Documents.Violations(Documents.Tool("look_up"), json), v => v.EndsWith(" json", StringComparison.Ordinal));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"{}\"")]
    public void A_document_that_is_no_object_is_a_violation(string json) => Assert.Equal([" type"], Documents.Violations(Documents.Tool("look_up"), json));

    [Fact]
    public void Bytes_that_are_no_UTF8_are_a_violation() =>
        Assert.Equal([" json"], Documents.Violations(Documents.Tool("look_up"), [.. "{\"key\":\"ab"u8, 0xff, 0xfe, .. "c\"}"u8]));

    [Theory]
    [InlineData(62, true)]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(5000, false)]
    public void JSON_that_is_too_deep_is_a_violation(int depth, bool valid)
    {
        var tool = Documents.Tool("everything");
        var json = Documents.Everything.Replace("""{"deep":[1,{"er":null}]}""", new string('[', depth) + new string(']', depth), StringComparison.Ordinal);
        Assert.Equal(valid ? [] : ["/anything json"], Documents.Violations(tool, json));
    }

    [Fact]
    public void Whatever_the_bytes_are_nothing_is_thrown_and_both_ways_agree() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        bytes => Documents.Violations(Documents.Tool("everything"), bytes).Length > 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_changes_in_a_valid_document_what_is_accepted_can_be_read() => Prop.ForAll(
        ArbMap.Default.ArbFor<Tuple<int, byte, int>>(),
        change =>
        {
            var tool = Documents.Tool("everything");
            var bytes = Encoding.UTF8.GetBytes(Documents.Everything).ToList();
            var at = Math.Abs(change.Item1 % bytes.Count);
            bytes[at] = change.Item2;
            bytes.RemoveRange((at + 1) % bytes.Count, Math.Min(Math.Abs(change.Item3 % 3), bytes.Count - ((at + 1) % bytes.Count)));
            if (Documents.Violations(tool, bytes.ToArray()).Length == 0)
                Assert.NotNull(tool.ReadCall(bytes.ToArray()));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void An_object_of_a_hundred_thousand_keys_is_checked_for_repetition()
    {
        var entries = Enumerable.Range(0, 100_000).Select(i => $"\"k{i}\":1").Append("\"k77\":1");
        var json = Documents.Everything.Replace("""{"a":1,"b":2}""", "{" + string.Join(",", entries) + "}", StringComparison.Ordinal);
        Assert.Equal(["/counts/k77 duplicate"], Documents.Violations(Documents.Tool("everything"), json));
    }
}
