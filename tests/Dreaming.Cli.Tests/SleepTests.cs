using System.Text.Json;
using Dreaming.Journals;
using Dreaming.Nights;
using Dreaming.Reports;
using Microsoft.Data.Sqlite;

namespace Dreaming.Cli.Tests;

/// <summary>One small night, slept once; the tests look at what it left.</summary>
public sealed class SleptNight : IAsyncLifetime
{
    public static readonly string[] Small = ["--dreams", "24", "--safety", "6"];

    public TemporaryFolder Folder { get; } = new();

    internal CommandProcess.Finished Run { get; private set; } = null!;

    internal static string[] Sleep(string folder, params string[] more) => ["sleep", CommandProcess.RefillDesk, "--out", folder, .. Small, .. more];

    public async ValueTask InitializeAsync() => Run = await CommandProcess.RunAsync(Sleep(Folder.Path, "--format", "json"));

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class SleepTests(SleptNight slept) : IClassFixture<SleptNight>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Json_is_the_only_thing_on_standard_output_and_nothing_else_is_said()
    {
        Assert.Empty(slept.Run.Error);
        using var report = JsonDocument.Parse(slept.Run.Output);
        foreach (var name in new[]
        {
            "domain", "nightId", "seed", "contractHash", "agent", "episodes", "dreams", "rollouts", "repairs", "overlay", "gate", "before", "after", "strata", "notDone", "digest", "report", "timings",
        })
            Assert.True(report.RootElement.TryGetProperty(name, out _), name);
        Assert.Equal(24, report.RootElement.GetProperty("dreams").GetProperty("total").GetInt32());
    }

    [Fact]
    public void The_exit_code_is_the_verdict_of_the_gate()
    {
        using var report = JsonDocument.Parse(slept.Run.Output);
        var gate = report.RootElement.GetProperty("gate");
        var expected = gate.ValueKind == JsonValueKind.Null ? 0 : gate.GetProperty("decision").GetString() switch { "Pass" => 0, "Fail" => 1, _ => 4 };
        Assert.Equal(expected, slept.Run.ExitCode);
    }

    [Fact]
    public void The_report_lies_where_the_result_says()
    {
        using var report = JsonDocument.Parse(slept.Run.Output);
        var page = report.RootElement.GetProperty("report").GetString()!;
        Assert.StartsWith(slept.Folder.Path, page);
        Assert.Contains(report.RootElement.GetProperty("nightId").GetString()!, File.ReadAllText(page));
    }

    [Fact]
    public async Task The_same_command_again_shows_the_same_night_without_running_it()
    {
        var again = await CommandProcess.RunAsync(SleptNight.Sleep(slept.Folder.Path));

        using var report = JsonDocument.Parse(slept.Run.Output);
        Assert.Equal(slept.Run.ExitCode, again.ExitCode);
        Assert.Contains("nothing is run again", again.Error);
        Assert.DoesNotContain("to do", again.Error);
        Assert.Contains(report.RootElement.GetProperty("digest").GetString()!, again.Output);
        Assert.Contains("report: ", again.Output);
    }

    [Fact]
    public async Task A_night_that_was_interrupted_goes_on_and_ends_like_one_that_was_not()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("There are no signals on Windows.");
        using var folder = new TemporaryFolder();
        var cut = await CommandProcess.RunAsync(SleptNight.Sleep(folder.Path), interruptAt: "searching for repairs");
        Assert.True(cut.ExitCode == 130, cut.ToString());
        Assert.Contains("interrupted", cut.Error);
        Assert.DoesNotContain("   at ", cut.Error);

        var resumed = await CommandProcess.RunAsync(SleptNight.Sleep(folder.Path));
        using var report = JsonDocument.Parse(slept.Run.Output);
        Assert.Contains("was cut short: it goes on", resumed.Error);
        Assert.Contains(report.RootElement.GetProperty("digest").GetString()!, resumed.Output);
    }

    [Theory]
    [InlineData("running the agent as it is")]
    [InlineData("searching for repairs, round 1")]
    [InlineData("learning an overlay, round 2")]
    [InlineData("running the agent with the overlay")]
    public async Task A_night_that_was_killed_outright_ends_like_one_that_was_not(string stage)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("There are no signals on Windows.");
        using var folder = new TemporaryFolder();
        var killed = await CommandProcess.RunAsync(SleptNight.Sleep(folder.Path), stage, CommandProcess.KillAtOnce);
        Assert.True(killed.ExitCode == 128 + CommandProcess.KillAtOnce, killed.ToString());

        var resumed = await CommandProcess.RunAsync(SleptNight.Sleep(folder.Path, "--concurrency", "5"));
        using var report = JsonDocument.Parse(slept.Run.Output);
        Assert.Contains(report.RootElement.GetProperty("digest").GetString()!, resumed.Output);
    }

    [Fact]
    public async Task A_dry_run_says_what_it_would_do_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandProcess.RunAsync(SleptNight.Sleep(folder.File("out"), "--dry-run", "--format", "json"));

        Assert.Equal(0, run.ExitCode);
        using var forecast = JsonDocument.Parse(run.Output);
        Assert.Equal(24, forecast.RootElement.GetProperty("dreams").EnumerateObject().Sum(family => family.Value.GetInt32()));
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public async Task A_failure_replays_as_it_was()
    {
        string failure;
        await using (var journal = await Journal.OpenAsync(slept.Folder.File("refill-desk.db"), Cancelled))
            failure = NightReplay.Restore(journal, journal.Nights()[0], "dreaming replay")!.Failures[0].Rollout.Id;

        var replay = await CommandProcess.RunAsync("replay", CommandProcess.RefillDesk, "--journal", slept.Folder.Path, failure);
        Assert.True(replay.ExitCode == 0, replay.ToString());
        Assert.Contains("the same as in night", replay.Output);
        Assert.Contains("user", replay.Output);

        var unknown = await CommandProcess.RunAsync("replay", CommandProcess.RefillDesk, "--journal", slept.Folder.Path, "nothing");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("There is no rollout nothing", unknown.Error);
    }

    [Fact]
    public async Task A_failure_is_frozen_in_its_smallest_form_and_fails_again_from_its_file()
    {
        FailedRollout failure;
        await using (var journal = await Journal.OpenAsync(slept.Folder.File("refill-desk.db"), Cancelled))
            failure = NightReplay.Restore(journal, journal.Nights()[0], "dreaming replay")!.Failures.First(f => f.Scorecard.Passed is false);
        foreach (var id in new[] { failure.Rollout.Id, failure.Rollout.Dream.Id })
        {
            var file = slept.Folder.File($"{id}.dream.json");
            var frozen = await CommandProcess.RunAsync("freeze", CommandProcess.RefillDesk, id, "--journal", slept.Folder.Path, "--out", file);
            Assert.True(frozen.ExitCode == 0, frozen.ToString());
            Assert.Contains("the agent breaks", frozen.Output);
            Assert.Contains($"scenario  {failure.Rollout.Dream.Skeleton.Scenario}", frozen.Output);
            Assert.Contains($"replay: dreaming replay {CommandProcess.RefillDesk} {file} --journal {slept.Folder.Path}", frozen.Output);
            Assert.Contains("[Fact]", frozen.Output);

            var again = await CommandProcess.RunAsync("replay", CommandProcess.RefillDesk, file, "--journal", slept.Folder.Path);
            Assert.True(again.ExitCode == 1, again.ToString());
            Assert.Contains("failed by the agent", again.Output);
        }

        var unknown = await CommandProcess.RunAsync("freeze", CommandProcess.RefillDesk, "nothing", "--journal", slept.Folder.Path, "--out", slept.Folder.File("none.json"));
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("no rollout and no dream nothing", unknown.Error);

        var damaged = slept.Folder.File("damaged.dream.json");
        await File.WriteAllTextAsync(damaged, "{\"format\":1}", Cancelled);
        var refused = await CommandProcess.RunAsync("replay", CommandProcess.RefillDesk, damaged);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("is no frozen dream", refused.Error);
    }

    [Fact]
    public async Task An_audit_finds_nothing_in_a_night_and_what_is_planted_into_it()
    {
        var audit = await CommandProcess.RunAsync("audit", CommandProcess.RefillDesk, "--journal", slept.Folder.Path, "--format", "json");
        Assert.True(audit.ExitCode == 0, audit.ToString());
        using var found = JsonDocument.Parse(audit.Output);
        Assert.Equal(0, found.RootElement.GetProperty("findings").GetArrayLength());
        Assert.InRange(found.RootElement.GetProperty("dreams").GetInt32(), 24, found.RootElement.GetProperty("rollouts").GetInt32());
        Assert.False(found.RootElement.GetProperty("otherBuild").GetBoolean());

        using var folder = new TemporaryFolder();
        var journal = folder.File("refill-desk.db");
        await using (var whole = await Journal.OpenAsync(slept.Folder.File("refill-desk.db"), Cancelled))
            Execute(whole.FilePath, "VACUUM INTO $path", ("$path", journal));
        Execute(journal, """UPDATE units SET body = CAST(replace(CAST(body AS TEXT), '"owner":"None"', '"owner":"Critic"') AS BLOB) WHERE stage = 'before'""");
        var planted = await CommandProcess.RunAsync("audit", CommandProcess.RefillDesk, "--journal", folder.Path);
        Assert.True(planted.ExitCode == 1, planted.ToString());
        Assert.Contains("is not owned by Critic", planted.Output);
        Assert.DoesNotContain("0 findings", planted.Output.Split('\n'));
    }

    private static void Execute(string path, string sql, params (string Name, string Value)[] values)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    [Fact]
    public async Task The_report_is_rendered_again_from_the_journal()
    {
        using var first = JsonDocument.Parse(slept.Run.Output);
        var night = first.RootElement.GetProperty("nightId").GetString()!;
        var page = slept.Folder.File("again.html");
        var again = await CommandProcess.RunAsync("report", CommandProcess.RefillDesk, night[..6], "--journal", slept.Folder.Path, "--out", page, "--format", "json");

        Assert.True(again.ExitCode == 0, again.ToString());
        using var report = JsonDocument.Parse(again.Output);
        Assert.Equal(first.RootElement.GetProperty("digest").GetString(), report.RootElement.GetProperty("digest").GetString());
        Assert.Equal(page, report.RootElement.GetProperty("report").GetString());
        Assert.Contains(night, File.ReadAllText(page));
    }

    [Fact]
    public async Task What_a_night_has_to_teach_is_exported_for_others()
    {
        var run = await CommandProcess.RunAsync("export", CommandProcess.RefillDesk, "--journal", slept.Folder.Path, "--out", slept.Folder.File("given"));

        Assert.True(run.ExitCode == 0, run.ToString());
        using var report = JsonDocument.Parse(slept.Run.Output);
        var overlay = report.RootElement.GetProperty("overlay");
        Assert.Equal(overlay.ValueKind == JsonValueKind.Object, File.Exists(slept.Folder.File("given", "overlay", "adapter.safetensors")));
        var preferences = await File.ReadAllLinesAsync(slept.Folder.File("given", "distilled", "preference.jsonl"), Cancelled);
        Assert.Equal(report.RootElement.GetProperty("repairs").GetProperty("found").GetInt32(), preferences.Length);
    }

    [Fact]
    public async Task An_overlay_that_no_gate_let_through_is_promoted_only_by_force_and_can_be_taken_off_again()
    {
        using var report = JsonDocument.Parse(slept.Run.Output);
        if (report.RootElement.GetProperty("overlay") is not { ValueKind: JsonValueKind.Object } overlay)
        {
            Assert.Skip("This small night has left no overlay.");
            return;
        }

        var id = overlay.GetProperty("id").GetString()!;
        if (slept.Run.ExitCode != 0)
        {
            var refused = await CommandProcess.RunAsync("promote", CommandProcess.RefillDesk, id, "--journal", slept.Folder.Path);
            Assert.Equal(slept.Run.ExitCode, refused.ExitCode);
            Assert.Contains("--force", refused.Error);
        }

        var promoted = await CommandProcess.RunAsync("promote", CommandProcess.RefillDesk, id[..8], "--journal", slept.Folder.Path, "--force");
        Assert.True(promoted.ExitCode == 0, promoted.ToString());
        Assert.Contains($"wears {id}", (await CommandProcess.RunAsync("history", CommandProcess.RefillDesk, "--journal", slept.Folder.Path)).Output);

        var back = await CommandProcess.RunAsync("rollback", CommandProcess.RefillDesk, "--journal", slept.Folder.Path);
        Assert.Equal(0, back.ExitCode);
        Assert.Contains("wears no overlay", back.Output);
        Assert.Equal(2, (await CommandProcess.RunAsync("rollback", CommandProcess.RefillDesk, "--journal", slept.Folder.Path)).ExitCode);
    }
}
