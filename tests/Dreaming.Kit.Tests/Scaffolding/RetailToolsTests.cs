using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Dreaming.Cli.Scaffolding;
using Dreaming.Contracts;

namespace Dreaming.Kit.Tests.Scaffolding;

/// <summary>The tool list of the recorded retail episodes, and the calls that real agents made by it.</summary>
public sealed class RetailToolsTests
{
    [Fact]
    public async Task The_validators_of_the_scaffolded_tools_accept_every_recorded_call()
    {
        var retail = Retail();
        var tools = await ToolListReader.ReadAsync(Path.Combine(retail, "tools.json"), CancellationToken.None);
        var domain = await Compiled.LoadAsync(Scaffold.Of(tools, "retail-desk", DreamingReference.Package));

        var (calls, refused) = (0, new List<string>());
        foreach (var (tool, arguments) in Calls(Path.Combine(retail, "trajectories")))
        {
            calls++;
            var violations = new List<Violation>();
            if (domain.FindTool(tool) is not { } contract || !contract.Validate(Encoding.UTF8.GetBytes(arguments), violations))
                refused.Add($"{tool} {arguments}: {string.Join(' ', violations)}");
        }

        Assert.Empty(refused);
        Assert.Equal(1464, calls);
        Assert.Equal(16, domain.Tools.Length);
    }

    [Fact]
    public async Task What_changes_the_shop_is_a_write_with_an_invariant()
    {
        var tools = await ToolListReader.ReadAsync(Path.Combine(Retail(), "tools.json"), CancellationToken.None);
        var domain = await Compiled.LoadAsync(Scaffold.Of(tools, "retail-desk", DreamingReference.Package));

        Assert.Equal(Effect.Write, domain.FindTool("cancel_pending_order")!.Effect);
        Assert.Equal(Effect.Read, domain.FindTool("get_order_details")!.Effect);
        Assert.Equal(domain.Tools.Count(t => t.Effect == Effect.Write), domain.Invariants.Length);
    }

    private static string Retail()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Exists(Path.Combine(folder.FullName, ".git")) && Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data", "retail")) is var found && Directory.Exists(found))
                return found;
        Assert.Skip("The recorded retail episodes are not here: ../shared/data/retail is absent.");
        return "";
    }

    private static IEnumerable<(string Tool, string Arguments)> Calls(string folder)
    {
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var document = JsonDocument.Parse(stream);
            foreach (var simulation in document.RootElement.GetProperty("simulations").EnumerateArray())
                foreach (var message in simulation.GetProperty("messages").EnumerateArray())
                    if (message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array)
                        foreach (var call in calls.EnumerateArray())
                            yield return (call.GetProperty("name").GetString()!, call.GetProperty("arguments").GetRawText());
        }
    }
}
