using System.Text.Json;
using Dreaming;
using Dreaming.Benchmarks.Recordings;

namespace OrderDesk.Tests;

/// <summary>Held against the recorded simulations, where they lie beside the repository.</summary>
public sealed class RecordingTests
{
    [Fact]
    public async Task The_sandbox_answers_recorded_calls_as_the_recorded_shop_did()
    {
        var recordings = Recordings();
        var replay = new Replay(OrderDeskDomain.Instance, new() { DataPath = recordings.ShopPath });
        var calls = new List<ReplayedCall>();
        await foreach (var simulation in recordings.ReadAsync(TestContext.Current.CancellationToken))
            calls.AddRange(replay.Run(simulation));
        Assert.Equal(1464, calls.Count);
        Assert.Equal(49, calls.Count(c => c.Call.IsError));
        Assert.Empty(calls.Where(c => !c.Equal).Select(c => c.Cause));
    }

    [Fact]
    public async Task Most_recordings_are_one_scenario_each()
    {
        var recordings = Recordings();
        var domain = OrderDeskDomain.Instance;
        var world = domain.OpenWorld(new() { DataPath = recordings.ShopPath });
        var (simulations, successes, grounded) = (0, 0, 0);
        await foreach (var simulation in recordings.ReadAsync(TestContext.Current.CancellationToken))
        {
            var readAs = domain.Scenarios.Count(s => s.Ground(simulation.Trajectory, world) is not null);
            Assert.InRange(readAs, 0, 1);
            simulations++;
            successes += simulation.Reward >= 1 ? 1 : 0;
            grounded += readAs;
        }

        Assert.Equal((194, 164), (simulations, successes));
        Assert.True(grounded >= 0.8 * simulations, $"{grounded} of {simulations} are grounded");
    }

    [Fact]
    public async Task The_temporal_policy_refuses_what_its_page_explains()
    {
        var program = PolicyProgram.Of(OrderDeskDomain.Instance);
        var watched = new List<WatchedRecording>();
        await foreach (var simulation in Recordings().ReadAsync(TestContext.Current.CancellationToken))
            watched.Add(WatchedRecording.Of(program, OrderDeskDomain.Instance, simulation, TestContext.Current.CancellationToken));
        var successes = watched.Where(w => w.Simulation.Reward >= 1).ToArray();
        Assert.Equal((40, 31), (watched.Count(w => !w.Violated.IsEmpty), successes.Count(w => !w.Violated.IsEmpty)));
        Assert.Equal((48, 37), (watched.Sum(w => w.Refusals.Length), successes.Sum(w => w.Refusals.Length)));
        Assert.All(watched.SelectMany(w => w.Refusals), r => Assert.Empty(r.Doomed));
    }

    [Fact]
    public void Tools_and_parameters_are_those_that_the_recorded_agents_had()
    {
        var path = Path.Combine(Recordings().Directory, "tools.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var published = document.RootElement.EnumerateArray().Select(t => t.GetProperty("function")).ToArray();
        Assert.Equal(
            published.Select(f => f.GetProperty("name").GetString()!).Order(StringComparer.Ordinal),
            OrderDeskDomain.Instance.Tools.Select(t => t.Name));
        Assert.All(published, function =>
        {
            var tool = OrderDeskDomain.Instance.FindTool(function.GetProperty("name").GetString()!)!;
            using var schema = JsonDocument.Parse(tool.ParametersSchema);
            Assert.Equal(Parameters(function.GetProperty("parameters")), Parameters(schema.RootElement));
        });
    }

    private static IEnumerable<string> Parameters(JsonElement schema)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToHashSet() : [];
        return schema.GetProperty("properties").EnumerateObject().Select(p =>
            $"{p.Name}: {p.Value.GetProperty("type").GetString()}{(required.Contains(p.Name) ? ", required" : "")}");
    }

    private static RetailRecordings Recordings()
    {
        var recordings = RetailRecordings.Find();
        if (recordings is null)
            Assert.Skip($"The recorded retail simulations are not at {RetailRecordings.ExpectedDirectory}.");
        return recordings!;
    }
}
