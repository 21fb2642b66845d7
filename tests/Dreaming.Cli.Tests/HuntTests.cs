using System.Text.Json;
using System.Xml.Linq;

namespace Dreaming.Cli.Tests;

/// <summary>The search for failures of an agent that is brought along, as it is typed.</summary>
public sealed class HuntTests : IDisposable
{
    private static readonly string Cloakroom = Path.Combine(AppContext.BaseDirectory, "Dreaming.Kit.Cloakroom.dll");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_correct_agent_ends_with_0_and_what_was_not_done_is_said()
    {
        var run = await HuntAsync("CarefulClerk");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("no failure was found", run.Output);
        Assert.Contains("no episodes: dreams come from the scenarios of cloakroom alone", run.Error);
        Assert.Contains("not done: No episodes were given", run.Output);
    }

    [Fact]
    public async Task A_failure_ends_with_1_is_told_in_its_smallest_dream_and_replays_by_the_printed_command()
    {
        var (junit, trx, sarif) = (_folder.File("out", "junit.xml"), _folder.File("out", "hunt.trx"), _folder.File("out", "hunt.sarif"));
        var run = await HuntAsync("DeafClerk", "--junit", junit, "--trx", trx, "--sarif", sarif);

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains("one failure", run.Output);
        Assert.Contains("reported-coats-stay (hand_out), risk", run.Output);
        Assert.Contains("the police have asked for it", run.Output);
        Assert.Contains("Somebody reported the coat stolen.", run.Output);
        Assert.Contains("! breaks reported-coats-stay", run.Output);
        Assert.NotEmpty(XDocument.Load(junit).Descendants("failure"));
        Assert.Equal("TestRun", XDocument.Load(trx).Root!.Name.LocalName);
        using (var log = JsonDocument.Parse(await File.ReadAllBytesAsync(sarif, TestContext.Current.CancellationToken)))
            Assert.Equal(1, log.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());

        var command = run.Output.Split('\n').Single(l => l.Contains("replay: dreaming ", StringComparison.Ordinal)).Trim()["replay: dreaming ".Length..];
        var again = await CommandProcess.RunAsync(command.Split(' '));
        Assert.True(again.ExitCode == 1, again.ToString());
        Assert.Contains("still breaks reported-coats-stay", again.Output);

        var mended = await CommandProcess.RunAsync(command.Replace("DeafClerk", "CarefulClerk", StringComparison.Ordinal).Split(' '));
        Assert.True(mended.ExitCode == 0, mended.ToString());
        Assert.Contains("does not break reported-coats-stay", mended.Output);
    }

    [Fact]
    public async Task Json_is_the_only_thing_on_standard_output_and_the_same_at_any_concurrency()
    {
        var alone = await HuntAsync("WearyClerk", "--format", "json", "--concurrency", "1", "--dreams", "48");
        var crowd = await HuntAsync("WearyClerk", "--format", "json", "--concurrency", "8", "--dreams", "48");

        Assert.Equal(1, alone.ExitCode);
        Assert.Empty(alone.Error);
        Assert.Equal(alone.Output, crowd.Output);
        using var report = JsonDocument.Parse(alone.Output);
        Assert.Equal(48, report.RootElement.GetProperty("dreams").GetInt32());
        Assert.All(report.RootElement.GetProperty("failures").EnumerateArray(), f => Assert.Equal("Agent", f.GetProperty("owner").GetString()));
    }

    [Theory]
    [InlineData("ClerkFactory")]
    [InlineData("ServedClerk")]
    [InlineData("Cloakroom.CarefulClerk")]
    public async Task An_agent_may_be_a_factory_take_the_domain_or_services_and_be_named_in_full(string type)
    {
        var run = await HuntAsync(type, "--dreams", "12");

        Assert.True(run.ExitCode == 0, run.ToString());
    }

    [Fact]
    public async Task An_agent_of_an_assembly_that_the_command_shares_is_the_same_type_there()
    {
        var run = await CommandProcess.RunAsync(
            "hunt", CommandProcess.RefillDesk, "--agent", $"{Path.Combine(AppContext.BaseDirectory, "Dreaming.Runtime.dll")}:PolicyAgentFactory", "--dreams", "12", "--shrink", "5", "--out", _folder.Path);

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains("refill-desk: dreaming-policy failed in", run.Output);
    }

    [Fact]
    public async Task An_agent_of_an_assembly_of_its_own_is_loaded_beside_the_domain()
    {
        var run = await CommandProcess.RunAsync("hunt", CommandProcess.RefillDesk, "--agent", $"{Cloakroom}:Mute", "--out", _folder.Path);
        var foreign = await CommandProcess.RunAsync("hunt", CommandProcess.RefillDesk, "--agent", $"{Cloakroom}:ClerkFactory", "--out", _folder.Path);

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains("The agent returned neither words nor calls", run.Output);
        Assert.Equal(2, foreign.ExitCode);
    }

    [Theory]
    [InlineData("Thrower", 1, "The agent threw InvalidOperationException: boom")]
    [InlineData("Mute", 1, "The agent returned neither words nor calls")]
    [InlineData("Blocker", 1, "The agent hung")]
    [InlineData("Flooder", 1, "CallBudget after find_coat")]
    [InlineData("Shouter", 1, "The agent sent a message of N characters")]
    [InlineData("Unplugged", 3, "owned by Infrastructure")]
    public async Task A_hostile_agent_ends_in_good_order_with_the_owner_of_the_failure_named(string type, int exitCode, string said)
    {
        var run = await HuntAsync(type, "--answer-timeout", "0.05", "--dreams", "24", "--shrink", "5", "--junit", _folder.File("junit.xml"));

        Assert.True(run.ExitCode == exitCode, run.ToString());
        Assert.Contains(said, run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.NotNull(XDocument.Load(_folder.File("junit.xml")).Root);
    }

    [Theory]
    [InlineData("{0}", "there is no type in it")]
    [InlineData("{0}:", "there is no type in it")]
    [InlineData("nowhere.dll:Agent", "There is no assembly nowhere.dll")]
    [InlineData("{1}:Agent", "is no .NET assembly")]
    [InlineData("{0}:Nobody", "The type Nobody is not there")]
    [InlineData("{0}:Racks", "Racks is no agent")]
    [InlineData("{0}:Clerk", "Clerk is no agent")]
    [InlineData("{0}:Unborn", "threw InvalidOperationException: no key in the environment")]
    [InlineData("{0}:Demanding", "Give it a public constructor that takes nothing")]
    public async Task An_agent_that_cannot_be_had_ends_with_2_and_a_sentence(string agent, string said)
    {
        var text = _folder.Write("Agent.dll", "not a library");
        var run = await CommandProcess.RunAsync("hunt", Cloakroom, "--agent", string.Format(System.Globalization.CultureInfo.InvariantCulture, agent, Cloakroom, text));

        Assert.True(run.ExitCode == 2, run.ToString());
        Assert.Contains(said, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_place_that_no_file_can_be_written_to_is_told_before_the_search()
    {
        var run = await HuntAsync("CarefulClerk", "--junit", _folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is a folder", run.Error);
    }

    [Fact]
    public async Task A_kept_dream_that_is_none_ends_with_2()
    {
        var run = await HuntAsync("CarefulClerk", "--replay", _folder.Write("some.dream.json", "{}"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is no frozen dream", run.Error);
    }

    private Task<CommandProcess.Finished> HuntAsync(string type, params string[] more) =>
        CommandProcess.RunAsync(["hunt", Cloakroom, "--agent", $"{Cloakroom}:{type}", "--out", _folder.File("kept"), .. more.Contains("--dreams") ? more : [.. more, "--dreams", "72"]]);
}
