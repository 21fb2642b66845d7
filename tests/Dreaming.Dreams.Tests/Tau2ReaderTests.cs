using System.IO.Compression;
using System.Text;
using Dreaming.Episodes;

namespace Dreaming.Dreams.Tests;

public sealed class Tau2ReaderTests : IDisposable
{
    private const string Good = """
        {"id":"s1","task_id":"17","termination_reason":"user_stop","reward_info":{"reward":1.0},"trial":2,"messages":[
          {"role":"assistant","content":"Hi!","tool_calls":null},
          {"role":"user","content":"Renew it. ###KEEP###","tool_calls":null},
          {"role":"assistant","content":"","tool_calls":[
            {"id":"a","name":"renew_loan","arguments":{"loan_id":"L-0010", "weeks":1},"requestor":"assistant"},
            {"id":"b","name":"list_loans","arguments":{"member_id":"?"},"requestor":"assistant"}]},
          {"role":"tool","id":"a","content":"Renewed.","requestor":"assistant","error":false},
          {"role":"tool","id":"b","content":"Error: unknown","requestor":"assistant"},
          {"role":"assistant","content":null,"tool_calls":[{"id":"a","name":"renew_loan","arguments":{"loan_id":"L-0010","weeks":2}}]},
          {"role":"tool","id":"a","content":null,"error":true},
          {"role":"user","content":"###STOP###","tool_calls":null}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_simulation_becomes_an_episode()
    {
        var episode = Assert.Single(await Read(Whole(Good))).Episode!;
        Assert.Equal(("17", 2, 1.0, "some-model", "book-desk"), (episode.TaskId, episode.Trial, episode.Reward, episode.Agent, episode.Domain));
        Assert.Null(episode.ContractHash);
        Assert.Equal(
            [
                new AgentSaid("Hi!"),
                new UserSaid("Renew it. ###KEEP###"),
                Given.Call("a", "renew_loan", """{"loan_id":"L-0010","weeks":1}"""),
                Given.Call("b", "list_loans", """{"member_id":"?"}"""),
                Given.Reply("a", "renew_loan", "Renewed."),
                Given.Reply("b", "list_loans", "Error: unknown", ReplyOutcome.Refused),
                Given.Call("a#2", "renew_loan", """{"loan_id":"L-0010","weeks":2}"""),
                Given.Reply("a#2", "renew_loan", "", ReplyOutcome.Refused),
                new UserSaid("###STOP###"),
                new Ended(EndReason.UserDone),
            ],
            episode.Trajectory.Events.Select(e => e is ToolCalled c ? c with { Violations = default } : e));
    }

    [Fact]
    public async Task The_id_does_not_depend_on_the_name_of_the_file()
    {
        var one = await Read(Whole(Good), "one.json");
        var two = await Read(Whole(Good), "two.json");
        Assert.Equal(one[0].Episode!.Id, two[0].Episode!.Id);
    }

    [Fact]
    public async Task An_imported_episode_keeps_its_id_in_the_store()
    {
        await File.WriteAllTextAsync(_folder["t.json"], Whole(Good));
        var store = new EpisodeStore(_folder["store"], Given.Domain);
        await store.AddAsync(new Tau2Reader(Given.Domain).ReadAsync(_folder["t.json"]), default);
        var again = await store.AddAsync(new EpisodeReader(Given.Domain).ReadAsync(store.File), default);
        Assert.Equal((1, 0, 1), (again.Read, again.Added, again.Duplicates));
    }

    [Theory]
    [InlineData("renew_loan", "fly_away", "does not declare")]
    [InlineData("\"role\":\"tool\",\"id\":\"b\"", "\"role\":\"tool\",\"id\":\"z\"", "was not made")]
    [InlineData("\"task_id\":\"17\",", "", "no task_id")]
    [InlineData("\"reward\":1.0", "\"reward\":2", "between 0 and 1")]
    [InlineData("\"role\":\"assistant\",\"content\":\"Hi!\"", "\"role\":\"oracle\",\"content\":\"Hi!\"", "the role 'oracle'")]
    [InlineData("\"content\":\"Hi!\"", "\"content\":[1]", "no text")]
    [InlineData("\"content\":\"Hi!\"", "\"content\":\"\\ud800\"", "cannot be read")]
    [InlineData("\"content\":\"Renew it. ###KEEP###\",\"tool_calls\":null", "\"content\":null,\"tool_calls\":[{}]", "tool call of the user")]
    public async Task A_simulation_that_cannot_be_taken_is_kept_with_place_and_reason(string part, string instead, string reason)
    {
        var read = await Read(Whole(Good + "," + Good.Replace(part, instead, StringComparison.Ordinal) + "," + Good.Replace("17", "18", StringComparison.Ordinal)));
        Assert.Equal(3, read.Count);
        Assert.Equal(new Place(_folder["t.json"], 2), read[1].Quarantined!.Place);
        Assert.Contains(reason, read[1].Quarantined!.Reason, StringComparison.Ordinal);
        Assert.Equal("18", read[2].Episode!.TaskId);
    }

    [Fact]
    public async Task A_call_without_a_reply_is_kept_out()
    {
        var cut = Good[..Good.IndexOf("{\"role\":\"tool\",\"id\":\"a\",\"content\":null", StringComparison.Ordinal)].TrimEnd().TrimEnd(',') + "]}";
        Assert.Contains("has no reply", Assert.Single(await Read(Whole(cut))).Quarantined!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task A_file_of_another_kind_is_told_of(string content) =>
        Assert.NotNull(Assert.Single(await Read(content)).Quarantined);

    [Fact]
    public async Task A_cut_file_gives_the_simulations_before_the_cut()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Whole(string.Join(',', Enumerable.Range(0, 200).Select(i => Good.Replace("\"17\"", $"\"{i * 7919}\"", StringComparison.Ordinal))))));
        await File.WriteAllBytesAsync(_folder["t.json"], packed.ToArray()[..(int)(packed.Length * 0.7)]);
        var read = await Given.All(new Tau2Reader(Given.Domain).ReadAsync(_folder["t.json"]));
        Assert.InRange(read.Count(r => r.Episode is not null), 20, 199);
        Assert.Contains("cut short", read[^1].Quarantined!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told_in_a_sentence() =>
        await Assert.ThrowsAsync<EpisodeSourceException>(() => Given.All(new Tau2Reader(Given.Domain).ReadAsync(_folder["nowhere"])));

    private static string Whole(string simulations) => $$$"""{"timestamp":"x","info":{"agent_info":{"llm":"some-model"}},"tasks":[{"id":1}],"simulations":[{{{simulations}}}]}""";

    private async Task<List<EpisodeRead>> Read(string content, string name = "t.json")
    {
        await File.WriteAllTextAsync(_folder[name], content);
        return await Given.All(new Tau2Reader(Given.Domain).ReadAsync(_folder[name]));
    }
}
