using System.IO.Compression;
using System.Text;
using Dreaming.Episodes;

namespace Dreaming.Dreams.Tests;

public sealed class EpisodeReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Episodes_survive_a_round_trip()
    {
        Episode[] written =
        [
            Given.Renewal(),
            Given.Episode(
                "odd",
                3,
                0.5,
                new UserSaid("\u202Ehostile\u0000 <b>&amp;</b> 😀 {Title}"),
                Given.Call("x", "renew_loan", """{"loan_id":"nonsense","weeks":9}"""),
                Given.Reply("x", "renew_loan", "The loan id is wrong", ReplyOutcome.Invalid),
                Given.Call("y", "renew_loan", """{"loan_id":"L-0010","weeks":1}"""),
                Given.Reply("y", "renew_loan", "late", ReplyOutcome.Fault, ToolFault.Timeout),
                new Ended(EndReason.Broken, Owner.Infrastructure, "The power went.")),
            Given.Episode("unjudged", 0, null, new UserSaid("Hi"), new Ended(EndReason.Unknown)),
            Given.Episode("open", 0, null, new UserSaid("Hi")),
        ];
        await EpisodeWriter.WriteAsync(_folder["e.jsonl"], written, default);
        var read = await Read("e.jsonl");
        Assert.All(read, r => Assert.Null(r.Quarantined));
        Assert.Equal(written.Select(e => e.Id), read.Select(r => r.Episode!.Id));
        for (var i = 0; i < written.Length; i++)
        {
            var back = read[i].Episode!;
            Assert.Equal(new Place(_folder["e.jsonl"], i + 1), back.Place);
            Assert.Equal(written[i].Trajectory.Events.Select(Plain), back.Trajectory.Events.Select(Plain));
            Assert.Equal(written[i] with { Trajectory = Trajectory.Empty }, back with { Trajectory = Trajectory.Empty, Place = Place.Nowhere });
        }

        Assert.NotEmpty(((ToolCalled)read[1].Episode!.Trajectory.Events[1]).Violations);
    }

    [Fact]
    public async Task A_compressed_file_reads_the_same()
    {
        await EpisodeWriter.WriteAsync(_folder["e.jsonl"], Many(20), default);
        await EpisodeWriter.WriteAsync(_folder["e.jsonl.gz"], Many(20), default);
        Assert.True(new FileInfo(_folder["e.jsonl.gz"]).Length < new FileInfo(_folder["e.jsonl"]).Length);
        Assert.Equal((await Read("e.jsonl")).Select(r => r.Episode!.Id), (await Read("e.jsonl.gz")).Select(r => r.Episode!.Id));
    }

    [Fact]
    public async Task A_compressed_file_of_several_members_is_whole()
    {
        await EpisodeWriter.WriteAsync(_folder["a.gz"], Many(3), default);
        await EpisodeWriter.WriteAsync(_folder["b.gz"], Many(5).Skip(3), default);
        await File.WriteAllBytesAsync(_folder["both.gz"], [.. File.ReadAllBytes(_folder["a.gz"]), .. File.ReadAllBytes(_folder["b.gz"])]);
        var read = await Read("both.gz");
        Assert.Equal(5, read.Count);
        Assert.All(read, r => Assert.NotNull(r.Episode));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public async Task A_cut_compressed_file_gives_what_came_before_the_cut(double share)
    {
        await EpisodeWriter.WriteAsync(_folder["whole.gz"], Many(400), default);
        var bytes = await File.ReadAllBytesAsync(_folder["whole.gz"]);
        await File.WriteAllBytesAsync(_folder["cut.gz"], bytes[..(int)(bytes.Length * share)]);
        var read = await Read("cut.gz");
        Assert.InRange(read.Count, 10, 400);
        Assert.All(read.SkipLast(1), r => Assert.NotNull(r.Episode));
        Assert.Contains("cut short", read[^1].Quarantined!.Reason, StringComparison.Ordinal);
        Assert.Equal(read.Count, read[^1].Quarantined!.Place.Line);
    }

    [Fact]
    public async Task A_file_cut_within_its_last_bytes_is_told_of_and_loses_nothing()
    {
        await EpisodeWriter.WriteAsync(_folder["whole.gz"], Many(4), default);
        var bytes = await File.ReadAllBytesAsync(_folder["whole.gz"]);
        await File.WriteAllBytesAsync(_folder["cut.gz"], bytes[..^2]);
        var read = await Read("cut.gz");
        Assert.Equal(4, read.Count(r => r.Episode is not null));
        Assert.Single(read, r => r.Quarantined is not null);
    }

    [Fact]
    public async Task A_damaged_compressed_file_gives_what_came_before_the_damage()
    {
        await EpisodeWriter.WriteAsync(_folder["e.gz"], Many(300), default);
        var bytes = await File.ReadAllBytesAsync(_folder["e.gz"]);
        bytes.AsSpan(bytes.Length / 2, 40).Fill(0xFF);
        await File.WriteAllBytesAsync(_folder["e.gz"], bytes);
        var read = await Read("e.gz");
        Assert.Contains(read, r => r.Episode is not null);
        Assert.NotNull(read[^1].Quarantined);
    }

    public static TheoryData<string, string> Unusable => new()
    {
        { "{\"id\":", "no JSON" },
        { "[]", "no JSON object" },
        { "null", "no JSON object" },
        { "{}", "names no domain" },
        { """{"domain":"other-desk","task":"t","messages":[]}""", "belongs to the domain 'other-desk'" },
        { """{"domain":"book-desk","contract":"0123456789abcdef","task":"t","messages":[]}""", "under the contract 0123456789abcdef" },
        { """{"domain":"book-desk","messages":[]}""", "names no task" },
        { """{"domain":"book-desk","task":7,"messages":[]}""", "task is no text" },
        { """{"domain":"book-desk","task":"t"}""", "no list of messages" },
        { """{"domain":"book-desk","task":"t","reward":1.5,"messages":[]}""", "between 0 and 1" },
        { """{"domain":"book-desk","task":"t","messages":[null]}""", "holds nothing" },
        { """{"domain":"book-desk","task":"t","messages":[{"role":"user","contents":[{"$type":"nonsense"}]}]}""", "no JSON that an episode" },
        { """{"domain":"book-desk","task":"t","messages":[{"role":"user","contents":[null]}]}""", "content of kind null" },
        { """{"domain":"book-desk","task":"t","messages":[{"role":"assistant","contents":[{"$type":"functionCall"}]}]}""", "cannot be read" },
        { """{"domain":"book-desk","task":"t","messages":[{"role":"user","contents":[{"$type":"text","text":"\ud800"}]}]}""", "JSON" },
        { Calling("fly_away", "{}", "fine"), "does not declare" },
        { """{"domain":"book-desk","task":"t","messages":[{"role":"assistant","contents":[{"$type":"functionCall","callId":"1","name":"list_loans","arguments":{"member_id":"M-0001"}}]}]}""", "has no reply" },
        { """{"domain":"book-desk","task":"t","messages":[{"role":"tool","contents":[{"$type":"functionResult","callId":"1","result":"x"}]}]}""", "was not made" },
        { Calling("list_loans", """{"member_id":"X"}""", "[]"), "though its arguments break the contract" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task What_cannot_be_taken_is_kept_with_place_and_reason(string line, string reason)
    {
        await File.WriteAllTextAsync(_folder["e.jsonl"], "\n" + line + "\n");
        var read = Assert.Single(await Read("e.jsonl"));
        Assert.Null(read.Episode);
        Assert.Equal(new Place(_folder["e.jsonl"], 2), read.Quarantined!.Place);
        Assert.Contains(reason, read.Quarantined.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', read.Quarantined.Reason);
    }

    [Fact]
    public async Task A_call_that_broke_its_contract_is_taken_when_it_was_answered_with_an_error()
    {
        await File.WriteAllTextAsync(_folder["e.jsonl"], Calling("list_loans", """{"member_id":"X"}""", "Error: no such member"));
        var episode = Assert.Single(await Read("e.jsonl")).Episode!;
        Assert.NotEmpty(((ToolCalled)episode.Trajectory.Events[0]).Violations);
    }

    [Fact]
    public async Task One_bad_line_spoils_no_other()
    {
        await EpisodeWriter.WriteAsync(_folder["a.jsonl"], Many(2), default);
        var lines = await File.ReadAllLinesAsync(_folder["a.jsonl"]);
        await File.WriteAllTextAsync(_folder["b.jsonl"], "\uFEFF" + lines[0] + "\r\n" + lines[1][..50] + "\n\n" + lines[1]);
        var read = await Read("b.jsonl");
        Assert.Equal([true, false, true], read.Select(r => r.Episode is not null));
        Assert.Equal(2, read[1].Quarantined!.Place.Line);
    }

    [Fact]
    public async Task An_absurdly_long_line_is_passed_over()
    {
        await using (var stream = File.Create(_folder["e.jsonl"]))
        {
            var block = Encoding.UTF8.GetBytes(new string('x', 1 << 20));
            for (var i = 0; i < 17; i++)
                await stream.WriteAsync(block);
            stream.WriteByte((byte)'\n');
            await EpisodeWriter.WriteAsync(stream, Many(1), default);
        }

        var read = await Read("e.jsonl");
        Assert.Contains("16 MiB", read[0].Quarantined!.Reason, StringComparison.Ordinal);
        Assert.NotNull(read[1].Episode);
    }

    [Fact]
    public async Task A_folder_is_read_in_the_order_of_names()
    {
        await EpisodeWriter.WriteAsync(_folder["b.jsonl"], Many(1), default);
        await EpisodeWriter.WriteAsync(_folder["B.jsonl.gz"], Many(2).Skip(1), default);
        await File.WriteAllTextAsync(_folder["README.md"], "no episodes");
        var read = await Given.All(new EpisodeReader(Given.Domain).ReadAsync(_folder.Path));
        Assert.Equal(["task-1", "task-0"], read.Select(r => r.Episode!.TaskId));
    }

    [Fact]
    public async Task A_folder_without_recordings_says_so()
    {
        var read = Assert.Single(await Given.All(new EpisodeReader(Given.Domain).ReadAsync(_folder.Path)));
        Assert.Contains("holds no .jsonl", read.Quarantined!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_is_told_in_a_sentence()
    {
        var failure = await Assert.ThrowsAsync<EpisodeSourceException>(() => Read("nowhere.jsonl"));
        Assert.Contains(_folder["nowhere.jsonl"], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        await EpisodeWriter.WriteAsync(_folder["e.jsonl"], Many(3), default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Given.All(new EpisodeReader(Given.Domain).ReadAsync(_folder["e.jsonl"], new CancellationToken(true))));
    }

    [Fact]
    public void The_id_depends_on_everything_but_place_and_id()
    {
        var episode = Given.Renewal();
        Assert.Equal(episode.Id, EpisodeId.Of(episode with { Id = "other", Place = new Place("x", 7) }));
        Assert.Equal(
            7,
            new[]
            {
                episode.Id,
                EpisodeId.Of(episode with { Domain = "other" }),
                EpisodeId.Of(episode with { ContractHash = null }),
                EpisodeId.Of(episode with { TaskId = "other" }),
                EpisodeId.Of(episode with { Trial = 1 }),
                EpisodeId.Of(episode with { Reward = 0.5 }),
                EpisodeId.Of(episode with { Trajectory = episode.Trajectory.Before(3) }),
            }.Distinct().Count());
    }

    private static IEnumerable<Episode> Many(int count) =>
        Enumerable.Range(0, count).Select(i => Given.Renewal(1 + (i % 8), i % 3, $"task-{i}"));

    private static string Calling(string tool, string arguments, string result) =>
        $$"""{"domain":"book-desk","task":"t","messages":[{"role":"assistant","contents":[{"$type":"functionCall","callId":"1","name":"{{tool}}","arguments":{{arguments}}}]},{"role":"tool","contents":[{"$type":"functionResult","callId":"1","result":"{{result}}"}]}]}""";

    private static TrajectoryEvent Plain(TrajectoryEvent happened) => happened is ToolCalled called ? called with { Violations = default } : happened;

    private Task<List<EpisodeRead>> Read(string name) => Given.All(new EpisodeReader(Given.Domain).ReadAsync(_folder[name]));
}
