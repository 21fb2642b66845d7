namespace Dreaming.Cli.Tests;

/// <summary>What the machine or the input does to a night.</summary>
public sealed class BrokenGroundTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_that_cannot_be_made_ends_with_3_and_a_sentence()
    {
        var file = _folder.Write("taken", "a file, where a folder would have to be");

        var run = await CommandProcess.RunAsync(SleptNight.Sleep(Path.Combine(file, "out")));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error: The folder of the journal", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_journal_in_which_another_process_sleeps_ends_with_3_and_a_sentence()
    {
        using var held = new FileStream(_folder.File("refill-desk.db.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var run = await CommandProcess.RunAsync(SleptNight.Sleep(_folder.Path));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Another process sleeps in the journal", run.Error);
    }

    [Fact]
    public async Task A_file_that_is_no_journal_ends_with_3_and_a_sentence()
    {
        _folder.Write("refill-desk.db", string.Join('\n', Enumerable.Repeat("This is a letter and no journal.", 200)));

        var run = await CommandProcess.RunAsync("history", CommandProcess.RefillDesk, "--journal", _folder.Path);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("is no journal, or is damaged", run.Error);
    }

    [Fact]
    public async Task Episodes_that_are_not_there_end_with_2()
    {
        var run = await CommandProcess.RunAsync(SleptNight.Sleep(_folder.File("out"), "--episodes", _folder.File("nowhere.jsonl")));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nowhere.jsonl", run.Error);
    }

    [Fact]
    public async Task A_world_file_that_is_not_there_ends_with_2()
    {
        var run = await CommandProcess.RunAsync("check", CommandProcess.RefillDesk, "--world", _folder.File("nowhere.json"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("There is no world file", run.Error);
    }

    [Fact]
    public async Task History_without_a_journal_says_how_to_get_one()
    {
        var run = await CommandProcess.RunAsync("history", CommandProcess.RefillDesk, "--journal", _folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("dreaming sleep", run.Error);
    }
}
