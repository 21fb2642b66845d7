namespace Dreaming.Cli.Tests;

public sealed class UsageTests
{
    [Fact]
    public async Task Help_lists_the_verbs_and_the_exit_codes()
    {
        var help = await CommandProcess.RunAsync("--help");

        Assert.Equal(0, help.ExitCode);
        foreach (var verb in new[] { "sleep", "import", "record", "report", "replay", "history", "promote", "rollback", "check", "scaffold", "doctor", "130", "inconclusive" })
            Assert.Contains(verb, help.Output);
        Assert.Empty(help.Error);
    }

    [Theory]
    [InlineData("There is no 'slep'. There are: sleep, import", "slep")]
    [InlineData("Say what to do: sleep, import")]
    [InlineData("Say what to do: tau2, jsonl", "import")]
    [InlineData("'DOMAIN' missing", "sleep")]
    [InlineData("--format xml: there are only text and json", "check", "x", "--format", "xml")]
    [InlineData("--dreams 0 is out of range", "sleep", "x", "--dreams", "0")]
    [InlineData("--held-out 0.99 is out of range", "sleep", "x", "--held-out", "0.99")]
    [InlineData("many", "sleep", "x", "--dreams", "many")]
    [InlineData("--promote needs the gate", "sleep", "x", "--no-gate", "--promote")]
    [InlineData("--domain", "import", "jsonl", "a.jsonl")]
    public async Task Wrong_usage_is_said_in_a_line_and_ends_with_2(string said, params string[] arguments)
    {
        var run = await CommandProcess.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("error: ", run.Error);
        Assert.Contains(said, run.Error);
        Assert.Contains("--help", run.Error);
        Assert.Empty(run.Output);
    }
}
