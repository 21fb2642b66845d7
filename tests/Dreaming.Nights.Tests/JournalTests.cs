using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Dreaming.Journals;
using Dreaming.Overlays;
using Microsoft.Data.Sqlite;

namespace Dreaming.Nights.Tests;

public sealed class JournalTests : IDisposable
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 2, 22, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_unit_that_was_appended_is_found_by_the_next_start()
    {
        await using (var journal = await Journal.OpenAsync(_folder.File("desk.db")))
        await using (var log = await Begin(journal))
            await log.AppendAsync("before", "a", "{}"u8.ToArray());

        await using var again = await Journal.OpenAsync(_folder.File("desk.db"));
        await using var resumed = await Begin(again);
        Assert.Equal(1, resumed.Found);
        Assert.Equal("{}"u8.ToArray(), resumed.Find("before", "a"));
        Assert.Null(resumed.Find("after", "a"));
    }

    [Fact]
    public async Task An_append_has_reached_the_file_when_it_completes()
    {
        await using var journal = await Journal.OpenAsync(_folder.File("desk.db"));
        await using var log = await Begin(journal);
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => log.AppendAsync("before", $"{i}", Encoding.UTF8.GetBytes($"{i}"))));

        Assert.Equal(1000, journal.Units(log.Key).Count);
    }

    [Fact]
    public async Task The_first_outcome_of_a_unit_stands()
    {
        await using var journal = await Journal.OpenAsync(_folder.File("desk.db"));
        await using var log = await Begin(journal);
        await log.AppendAsync("before", "a", "1"u8.ToArray());
        await log.AppendAsync("before", "a", "2"u8.ToArray());

        Assert.Equal("1"u8.ToArray(), Assert.Single(journal.Units(log.Key)).Body);
    }

    [Fact]
    public async Task Another_build_of_the_domain_finds_nothing_of_the_night()
    {
        await using var journal = await Journal.OpenAsync(_folder.File("desk.db"));
        await using (var log = await Begin(journal))
            await log.AppendAsync("before", "a", "1"u8.ToArray());

        await using var other = await journal.BeginAsync("night", "another build", 1, "agent", Evening);
        Assert.Equal(0, other.Found);
    }

    [Fact]
    public async Task Two_nights_at_once_in_one_journal_are_refused_in_a_sentence()
    {
        await using var journal = await Journal.OpenAsync(_folder.File("desk.db"));
        await using var log = await Begin(journal);
        await using var second = await Journal.OpenAsync(_folder.File("desk.db"));

        var refusal = await Assert.ThrowsAsync<JournalException>(() => Begin(second));
        Assert.Contains("Another process sleeps", refusal.Message);
        Assert.Contains("--out", refusal.Message);
    }

    [Fact]
    public async Task A_journal_that_another_program_has_locked_is_refused_in_a_sentence()
    {
        await using (await Journal.OpenAsync(_folder.File("desk.db")))
        {
        }

        using var connection = new SqliteConnection($"Data Source={_folder.File("desk.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();

        var refusal = await Assert.ThrowsAsync<JournalException>(() => Journal.OpenAsync(_folder.File("desk.db")));
        Assert.Contains("locked", refusal.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_journal_is_refused_in_a_sentence()
    {
        await File.WriteAllTextAsync(_folder.File("desk.db"), new string('x', 4096));

        var refusal = await Assert.ThrowsAsync<JournalException>(() => Journal.OpenAsync(_folder.File("desk.db")));
        Assert.Contains("no journal", refusal.Message);
    }

    [Fact]
    public async Task A_full_disk_fails_the_append_in_a_sentence_and_leaves_the_journal_whole()
    {
        var mount = _folder.File("disk");
        Directory.CreateDirectory(mount);
        if (!OperatingSystem.IsLinux() || Run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", mount) != 0)
            Assert.Skip("A file system of its own size can be mounted by root on Linux only.");
        try
        {
            await using var journal = await Journal.OpenAsync(Path.Combine(mount, "desk.db"));
            await using var log = await Begin(journal);
            var written = 0;
            var refusal = await Assert.ThrowsAsync<JournalException>(async () =>
            {
                for (; written < 1000; written++)
                    await log.AppendAsync("before", $"{written}", new byte[8192]);
            });

            Assert.Matches("full|disk", refusal.Message);
            Assert.Equal(written, journal.Units(log.Key).Count);
            Assert.Null(journal.CheckIntegrity());
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Run("umount", "-l", mount);
        }
    }

    [Fact]
    public async Task Promoting_keeps_what_was_worn_before_and_rolling_back_returns_to_it()
    {
        await using var journal = await Journal.OpenAsync(_folder.File("desk.db"));
        var shelf = journal.Overlays;
        shelf.Put(Overlay("aa11", 1), "first");
        shelf.Put(Overlay("bb22", 2), "second");
        Assert.Null(shelf.Active());

        shelf.Promote("aa", Evening, "gate passed");
        shelf.Promote("bb22", Evening, "gate passed");
        Assert.Equal("bb22", shelf.Active()!.Id);
        Assert.Equal([2], shelf.Active()!.Content.ToArray());

        Assert.Equal("aa11", shelf.Rollback(Evening, "complaints")!.Overlay);
        Assert.Equal("aa11", shelf.Active()!.Id);
        Assert.Null(shelf.Rollback(Evening, "complaints")!.Overlay);
        Assert.Null(shelf.Active());
        Assert.Null(shelf.Rollback(Evening, "complaints"));
        Assert.Equal(["promote", "promote", "rollback", "rollback"], shelf.History().Select(h => h.Action));
    }

    [Fact]
    public async Task An_overlay_that_is_not_there_or_not_alone_is_refused_in_a_sentence()
    {
        await using var journal = await Journal.OpenAsync(_folder.File("desk.db"));
        journal.Overlays.Put(Overlay("aa11", 1), "first");
        journal.Overlays.Put(Overlay("aa22", 2), "second");

        Assert.Contains("no overlay", Assert.Throws<ArgumentException>(() => journal.Overlays.Promote("cc", Evening, "")).Message);
        Assert.Contains("Several", Assert.Throws<ArgumentException>(() => journal.Overlays.Promote("aa", Evening, "")).Message);
    }

    private static Task<NightLog> Begin(Journal journal) => journal.BeginAsync("night", "build", 1, "agent", Evening);

    private static Overlay Overlay(string id, byte content) => new()
    {
        Id = id,
        Kind = OverlayKind.Adapter,
        Agent = "agent",
        ContractHash = "hash",
        EpisodeLessons = 1,
        DreamLessons = 2,
        Content = [content],
    };

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
