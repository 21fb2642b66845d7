using System.Text.Json;
using Dreaming.Cli.Checks;

namespace Dreaming.Cli.Tests;

/// <summary>What <c>dreaming check</c> says of the rules that fired.</summary>
public sealed class FiredRuleTests : IDisposable
{
    private const string Log = """
        {"version":"2.1.0","runs":[{"results":[
          {"ruleId":"DRM3018","level":"note","message":{"text":"Second."},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"FOLDER/Tools/B.cs"},"region":{"startLine":3,"startColumn":9}}}]},
          {"ruleId":"CS0168","level":"warning","message":{"text":"Not ours."},"locations":[]},
          {"ruleId":"DRM3015","level":"note","message":{"text":"Hushed."},"suppressions":[{"kind":"inSource"}]},
          {"ruleId":"DRM2005","level":"warning","message":{"text":"First."},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"FOLDER/A.cs"},"region":{"startLine":1,"startColumn":2}}}]}
        ]}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_log_is_read_by_place_without_what_others_found_and_what_is_suppressed()
    {
        _folder.Write("Desk.rules.sarif", Log.Replace("FOLDER", new Uri(_folder.Path).AbsoluteUri, StringComparison.Ordinal));

        Assert.Equal(
            [new("DRM2005", "warning", "First.", "A.cs(1,2)"), new FiredRule("DRM3018", "info", "Second.", "Tools/B.cs(3,9)")],
            FiredRule.Beside(_folder.File("Desk.dll"), _folder.Path)!.Value);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"runs":[{"results":[{"level":"note"}]}]}""")]
    [InlineData(null)]
    public void A_log_that_cannot_be_read_says_nothing(string? text)
    {
        if (text is not null)
            _folder.Write("Desk.rules.sarif", text);

        Assert.Null(FiredRule.Beside(_folder.File("Desk.dll"), _folder.Path));
    }

    [Fact]
    public async Task A_project_is_checked_with_the_rules_that_fired_when_it_was_compiled_now_or_before()
    {
        _folder.Write("Desk.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable><NuGetAudit>false</NuGetAudit></PropertyGroup>
              <ItemGroup><Reference Include="{Path.Combine(AppContext.BaseDirectory, "Dreaming.Dsl.dll")}" /><Analyzer Include="{Generator()}" /></ItemGroup>
            </Project>
            """);
        _folder.Write("Desk.cs", """
            using Dreaming;
            [assembly: Domain("desk")]
            [Tool("ring", "Rings the bell.", Effect = Effect.Write)] public sealed partial record Ring(int Times) : ITool<bool>;
            [Sandbox] public sealed partial class Lobby : ISandbox<Lobby>
            {
                public static Lobby Open(WorldOptions options) => new();
                public Lobby Fork() => this;
                public ToolOutcome<bool> Handle(Ring call) => true;
            }
            """);

        foreach (var _ in new[] { "compiled", "found again" })
        {
            var run = await CommandProcess.RunAsync("check", _folder.Path, "--format", "json");
            Assert.True(run.ExitCode == 1, run.ToString());
            using var json = JsonDocument.Parse(run.Output);
            Assert.Equal(
                ["DRM4013 Desk.cs(2,12)", "DRM3015 Desk.cs(3,2)", "DRM3018 Desk.cs(3,96)"],
                json.RootElement.GetProperty("rules").EnumerateArray().Select(r => $"{r.GetProperty("id").GetString()} {r.GetProperty("place").GetString()}"));
        }
    }

    [Fact]
    public async Task Of_an_assembly_it_is_not_known_which_rules_fired()
    {
        var run = await CommandProcess.RunAsync("check", CommandProcess.RefillDesk, "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("rules").ValueKind);
    }

    // As it was built for the domains of this checkout, in the same configuration.
    internal static string Generator()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output;
        while (!File.Exists(Path.Combine(root.FullName, "Directory.Packages.props")))
            root = root.Parent!;
        return Path.Combine(root.FullName, "src", "Dreaming.Generators", "bin", output.Parent!.Name, "netstandard2.0", "Dreaming.Generators.dll");
    }
}
