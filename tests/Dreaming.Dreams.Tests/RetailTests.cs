using Dreaming.Curation;
using Dreaming.Determinism;
using Dreaming.Episodes;
using OrderDesk;

namespace Dreaming.Dreams.Tests;

/// <summary>The recorded retail episodes, taken from the import to the dream.</summary>
public sealed class RetailTests : IDisposable
{
    private static readonly OrderDeskDomain Domain = OrderDeskDomain.Instance;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_recorded_simulations_are_taken_and_none_twice()
    {
        SharedData.RequireRetail();
        var store = new EpisodeStore(_folder["store"], Domain);
        var first = await ImportAsync(store);
        Assert.Equal((194, 194, 0, 0), (first.Read, first.Added, first.Duplicates, first.Quarantined));
        Assert.Equal((164, 1464, 49), (first.Successful, first.ToolCalls, first.ToolErrors));
        var second = await ImportAsync(store);
        Assert.Equal((194, 0, 194, 0), (second.Read, second.Added, second.Duplicates, second.Quarantined));
        var stored = await Given.All(new EpisodeReader(Domain).ReadAsync(store.File));
        Assert.Equal(194, stored.Count(r => r.Episode is not null && r.Episode.Id == EpisodeId.Of(r.Episode)));
    }

    [Fact]
    public async Task Recorded_episodes_are_scrubbed_of_names_and_addresses()
    {
        SharedData.RequireRetail();
        var episodes = await Given.All(new Tau2Reader(Domain).ReadAsync(Trajectories()[0]));
        foreach (var read in episodes)
        {
            var scrubbed = new Scrubber(Domain).Scrub(read.Episode!);
            var email = read.Episode!.Trajectory.Events.OfType<ToolCalled>().Where(c => c.Tool == "find_user_id_by_email").Select(c => c.Arguments.Text.Split('"')[3]);
            var all = string.Join('\n', scrubbed.Trajectory.Events);
            Assert.All(email, e => Assert.DoesNotContain(e, all, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Recorded_episodes_are_dreamed_of()
    {
        SharedData.RequireRetail();
        var episodes = await Given.All(new Tau2Reader(Domain).ReadAsync(Trajectories()[0]));
        var curated = new Curator(Domain, new CurationOptions()).Curate([.. episodes.Select(e => e.Episode!)]);
        var world = Domain.OpenWorld(new WorldOptions { DataPath = Path.Combine(SharedData.Retail, "db.json.gz") });
        var batch = new Dreamer(Domain, world, new DreamerOptions()).Dream(curated.Train, 50, new Seed(1));
        Assert.Equal((50, 50), (batch.Skeletons.Length, batch.FromEpisodes));
    }

    private static string[] Trajectories() => [.. Directory.GetFiles(Path.Combine(SharedData.Retail, "trajectories")).Order(StringComparer.Ordinal)];

    private static async Task<ImportCounts> ImportAsync(EpisodeStore store)
    {
        var counts = new ImportCounts(0, 0, 0, 0, 0, 0, 0, []);
        foreach (var file in Trajectories())
        {
            var one = await store.AddAsync(new Tau2Reader(Domain).ReadAsync(file), default);
            counts = new(
                counts.Read + one.Read,
                counts.Added + one.Added,
                counts.Duplicates + one.Duplicates,
                counts.Quarantined + one.Quarantined,
                counts.Successful + one.Successful,
                counts.ToolCalls + one.ToolCalls,
                counts.ToolErrors + one.ToolErrors,
                [.. counts.Reasons, .. one.Reasons]);
        }

        return counts;
    }
}
