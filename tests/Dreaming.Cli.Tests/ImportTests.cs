using System.Text.Json;

namespace Dreaming.Cli.Tests;

public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Recorded_episodes_are_imported_once_and_a_file_that_is_cut_short_gives_what_was_before_the_cut()
    {
        var whole = _folder.File("whole.jsonl.gz");
        var recorded = await CommandProcess.RunAsync("record", CommandProcess.RefillDesk, "--out", whole, "--count", "30");
        Assert.True(recorded.ExitCode == 0, recorded.ToString());
        Assert.Contains("30 episodes", recorded.Output);

        var bytes = await File.ReadAllBytesAsync(whole, TestContext.Current.CancellationToken);
        var cut = _folder.File("cut.jsonl.gz");
        await File.WriteAllBytesAsync(cut, bytes[..(bytes.Length * 2 / 3)], TestContext.Current.CancellationToken);

        var first = Counts(await CommandProcess.RunAsync("import", "jsonl", whole, cut, "--domain", CommandProcess.RefillDesk, "--out", _folder.File("episodes"), "--format", "json"));
        Assert.Equal(30, first.GetProperty("added").GetInt32());
        Assert.True(first.GetProperty("duplicates").GetInt32() > 0);
        Assert.Equal(1, first.GetProperty("quarantined").GetInt32());
        Assert.Equal(0, first.GetProperty("lost").GetInt32());
        Assert.Contains("cut short", first.GetProperty("reasons")[0].GetProperty("reason").GetString());

        var second = await CommandProcess.RunAsync("import", "jsonl", cut, "--domain", CommandProcess.RefillDesk, "--out", _folder.File("episodes"));
        Assert.Equal(0, second.ExitCode);
        Assert.Contains($"not taken: {cut}:", second.Output);
        Assert.Contains("nothing new", second.Output);

        var doctor = await CommandProcess.RunAsync("doctor", CommandProcess.RefillDesk, "--episodes", cut, "--journal", _folder.Path);
        Assert.Equal(2, doctor.ExitCode);
        Assert.Contains("problem  episodes", doctor.Output);
        Assert.Contains("ok       SQLite", doctor.Output);
    }

    [Fact]
    public async Task An_input_that_is_missing_ends_with_2_and_imports_nothing()
    {
        var run = await CommandProcess.RunAsync("import", "tau2", _folder.File("nowhere.json"), "--domain", CommandProcess.RefillDesk, "--out", _folder.File("episodes"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nowhere.json", run.Error);
        Assert.False(Directory.Exists(_folder.File("episodes")));
    }

    private static JsonElement Counts(CommandProcess.Finished run)
    {
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Empty(run.Error);
        using var json = JsonDocument.Parse(run.Output);
        return json.RootElement.Clone();
    }
}
