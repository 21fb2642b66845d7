using Dreaming.Episodes;

namespace Dreaming.Dreams.Tests;

public sealed class EpisodeStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_import_adds_nothing()
    {
        var store = new EpisodeStore(_folder["store"], Given.Domain);
        var first = await store.AddAsync(Reads(Given.Renewal(1), Given.Renewal(2), Given.Renewal(1)), default);
        var bytes = await File.ReadAllBytesAsync(store.File);
        var second = await store.AddAsync(Reads(Given.Renewal(2) with { Place = new Place("elsewhere", 9) }), default);
        Assert.Equal((3, 2, 1, 0), (first.Read, first.Added, first.Duplicates, first.Quarantined));
        Assert.Equal((3, 6, 0), (first.Successful, first.ToolCalls, first.ToolErrors));
        Assert.Equal((1, 0, 1), (second.Read, second.Added, second.Duplicates));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(store.File));
    }

    [Fact]
    public async Task What_is_there_stays_byte_for_byte()
    {
        Directory.CreateDirectory(_folder["store"]);
        var store = new EpisodeStore(_folder["store"], Given.Domain);
        await File.WriteAllTextAsync(store.File, "not an episode, and without an end of line");
        await store.AddAsync(Reads(Given.Renewal(1)), default);
        await store.AddAsync(Reads(Given.Renewal(2)), default);
        Assert.StartsWith("not an episode, and without an end of line\n{", await File.ReadAllTextAsync(store.File), StringComparison.Ordinal);
        var read = await Given.All(new EpisodeReader(Given.Domain).ReadAsync(_folder["store"]));
        Assert.Equal([false, true, true], read.Select(r => r.Episode is not null));
    }

    [Fact]
    public async Task Nothing_is_lost_uncounted()
    {
        var reads = Reads(Given.Renewal(1), Given.Renewal(2) with { Domain = "other-desk" }, null);
        var counts = await new EpisodeStore(_folder["store"], Given.Domain).AddAsync(reads, default);
        Assert.Equal(counts.Read, counts.Added + counts.Duplicates + counts.Quarantined);
        Assert.Equal(2, counts.Reasons.Count);
    }

    [Fact]
    public async Task An_import_that_breaks_off_leaves_the_store_as_it_was()
    {
        var store = new EpisodeStore(_folder["store"], Given.Domain);
        await store.AddAsync(Reads(Given.Renewal(1)), default);
        var bytes = await File.ReadAllBytesAsync(store.File);
        await Assert.ThrowsAsync<EpisodeSourceException>(() => store.AddAsync(Breaking(), default));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(store.File));
        Assert.Equal(["episodes.jsonl"], Directory.GetFiles(_folder["store"]).Select(Path.GetFileName));

        static async IAsyncEnumerable<EpisodeRead> Breaking()
        {
            yield return new EpisodeRead(Given.Renewal(2), null);
            await Task.CompletedTask;
            throw new EpisodeSourceException("gone");
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_in_a_sentence()
    {
        await File.WriteAllTextAsync(_folder["file"], "a file where a folder should be");
        var failure = await Assert.ThrowsAsync<IOException>(() => new EpisodeStore(_folder["file"], Given.Domain).AddAsync(Reads(Given.Renewal()), default));
        Assert.Contains(_folder["file"], failure.Message, StringComparison.Ordinal);
        Assert.Contains("Check", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_imports_at_once_do_not_lose_each_others_work()
    {
        var store = new EpisodeStore(_folder["store"], Given.Domain);
        var failure = await Assert.ThrowsAsync<IOException>(() => store.AddAsync(Nested(), default));
        Assert.Contains("import", failure.Message, StringComparison.Ordinal);

        async IAsyncEnumerable<EpisodeRead> Nested()
        {
            await new EpisodeStore(_folder["store"], Given.Domain).AddAsync(Reads(Given.Renewal()), default);
            yield break;
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_replaced_stays_as_it_was()
    {
        Directory.CreateDirectory(_folder["e.jsonl"]);
        await Assert.ThrowsAsync<IOException>(() => EpisodeWriter.WriteAsync(_folder["e.jsonl"], [Given.Renewal()], default));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_cancelled_write_leaves_nothing_behind()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EpisodeWriter.WriteAsync(_folder["e.jsonl"], [Given.Renewal()], new CancellationToken(true)));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private static async IAsyncEnumerable<EpisodeRead> Reads(params Episode?[] episodes)
    {
        await Task.CompletedTask;
        foreach (var episode in episodes)
            yield return episode is null ? new EpisodeRead(null, new Quarantined(new Place("f", 1), "It is broken.")) : new EpisodeRead(episode, null);
    }
}
