using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Dreams.Tests.Library;
using Dreaming.Episodes;

namespace Dreaming.Dreams.Tests;

/// <summary>What the tests start from.</summary>
internal static class Given
{
    public static DomainManifest Domain { get; } = BookDeskDomain.Instance;

    public static IWorld World => Domain.OpenWorld(WorldOptions.Default);

    public static Episode Episode(string task = "task-1", int trial = 0, double? reward = 1, params TrajectoryEvent[] events) => EpisodeId.Seal(new Episode
    {
        Id = "",
        Domain = Domain.Name,
        ContractHash = Domain.ContractHash,
        TaskId = task,
        Trial = trial,
        Agent = "tester",
        Reward = reward,
        Trajectory = new Trajectory([.. events]),
    });

    /// <summary>A member renews a loan: verification, renewal, thanks.</summary>
    public static Episode Renewal(int reader = 1, int loan = 0, string? task = null)
    {
        var found = ((Shelves)World).Readers[$"M-{reader:D4}"];
        return Episode(
            task ?? $"renew-{reader}-{loan}",
            0,
            1,
            new UserSaid($"Hi, I'm {found.Name}, born {found.BirthDate:yyyy-MM-dd}. Please renew {found.Loans[loan].Title}."),
            new AgentSaid("One moment."),
            Call("c1", "verify_member", $$"""{"name":"{{found.Name}}","birth_date":"{{found.BirthDate:yyyy-MM-dd}}"}"""),
            Reply("c1", "verify_member", Verified(found)),
            Call("c2", "renew_loan", $$"""{"loan_id":"{{found.Loans[loan].LoanId}}","weeks":2}"""),
            Reply("c2", "renew_loan", "Renewed."),
            new AgentSaid($"Done, {found.Name}."),
            new UserSaid("Thanks!"),
            new Ended(EndReason.UserDone));
    }

    public static ToolCalled Call(string id, string tool, string arguments) => new(id, tool, new RawJson(arguments));

    public static ToolReplied Reply(string id, string tool, string content, ReplyOutcome outcome = ReplyOutcome.Result, ToolFault? fault = null) => new(id, tool, outcome, content, fault);

    public static ScrubbedEpisode Scrubbed(Episode episode) => new Curation.Scrubber(Domain).Scrub(episode);

    public static ImmutableArray<ScrubbedEpisode> Renewals(int readers = 4) =>
        [.. from reader in Enumerable.Range(1, readers) from loan in Enumerable.Range(0, 2) select Scrubbed(Renewal(reader, loan))];

    public static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
            all.Add(item);
        return all;
    }

    private static string Verified(Reader reader)
    {
        var call = new VerifyMember(reader.Name, reader.BirthDate);
        return World.Handle(call).Content;
    }
}

/// <summary>A folder of one test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dreaming-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
