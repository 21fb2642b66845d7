using System.Text.Json;

namespace Dreaming.Cli.Tests;

/// <summary>Two versions of a domain whose policies differ, each built from source.</summary>
public sealed class PolicyTests : IDisposable
{
    private const string Desk = """
        using Dreaming;
        [assembly: Domain("desk")]
        [Tool("verify", "Verifies.")] public sealed partial record Verify(string Guest) : ITool<bool>;
        [Tool("open_door", "Opens a door.", Effect = Effect.Write)] public sealed partial record OpenDoor(string Guest) : ITool<bool>;
        [Policy]
        CONSTRAINTS
        public static partial class DoorPolicy;
        [Sandbox] public sealed partial class Lobby : ISandbox<Lobby>
        {
            public static Lobby Open(WorldOptions options) => new();
            public Lobby Fork() => this;
            public ToolOutcome<bool> Handle(Verify call) => true;
            public ToolOutcome<bool> Handle(OpenDoor call) => true;
        }
        """;

    private const string Strict = """[Precedence<Verify, OpenDoor>(Same = "Guest", Because = "Nobody unknown comes in.")] [AtMost<OpenDoor>(1, Because = "One door a conversation.")]""";
    private const string Loose = """[Precedence<Verify, OpenDoor>(Because = "Somebody was verified.")] [Response<Verify, Reply>(Because = "Who is verified is told so.")]""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_policy_is_shown_with_its_analysis_and_a_diagram_for_each_constraint()
    {
        var run = await CommandProcess.RunAsync("policy", "show", Version("strict", Strict));

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("# The policy of desk", run.Output);
        Assert.Contains("Every tool can be called and succeed, and every constraint matters.", run.Output);
        Assert.Equal(2, run.Output.Split("```mermaid\nstateDiagram-v2").Length - 1);
        Assert.Contains("s0 --> s1: verify", run.Output);
        Assert.Contains("violated for good", run.Output);
        Assert.Contains("Nobody unknown comes in.", run.Output);
    }

    [Fact]
    public async Task Two_policies_are_compared_by_what_they_allow_with_an_example_each_way_and_the_episodes_that_flip()
    {
        var (old, now) = (Version("strict", Strict), Version("loose", Loose));
        _folder.Write("episodes/a.jsonl", """
            {"domain":"desk","task":"twice","messages":[{"role":"user","contents":[{"$type":"text","text":"Let me in, twice."}]},{"role":"assistant","contents":[{"$type":"functionCall","callId":"c1","name":"verify","arguments":{"guest":"a"}}]},{"role":"tool","contents":[{"$type":"functionResult","callId":"c1","result":"true"}]},{"role":"assistant","contents":[{"$type":"functionCall","callId":"c2","name":"open_door","arguments":{"guest":"a"}}]},{"role":"tool","contents":[{"$type":"functionResult","callId":"c2","result":"true"}]},{"role":"assistant","contents":[{"$type":"functionCall","callId":"c3","name":"open_door","arguments":{"guest":"a"}}]},{"role":"tool","contents":[{"$type":"functionResult","callId":"c3","result":"true"}]},{"role":"assistant","contents":[{"$type":"text","text":"Done."}]}],"end":{"reason":"UserDone"}}
            """);
        var run = await CommandProcess.RunAsync("policy", "diff", old, now, "--episodes", _folder.File("episodes"), "--format", "json");

        Assert.True(run.ExitCode == 1, run.ToString());
        using var json = JsonDocument.Parse(run.Output);
        Assert.False(json.RootElement.GetProperty("same").GetBoolean());
        Assert.Equal(["response-verify-reply"], Names("forbidden"));
        Assert.Equal(["at-most-open-door", "precedence-verify-open-door-per-guest"], Names("allowed"));
        Assert.Equal(["the user speaks", "verify (Guest #1)"], Example("forbidden", 0));
        var allowed = Example("allowed", 1);
        Assert.Equal(["open_door (Guest #1)", "the agent speaks", "the user speaks", "verify (Guest #2)"], allowed.Order(StringComparer.Ordinal));
        Assert.True(Array.IndexOf(allowed, "verify (Guest #2)") < Array.IndexOf(allowed, "open_door (Guest #1)"));
        Assert.Equal(1, json.RootElement.GetProperty("episodes").GetInt32());
        Assert.Equal(["at-most-open-door"], json.RootElement.GetProperty("flipped")[0].GetProperty("noLonger").EnumerateArray().Select(i => i.GetString()!));

        IEnumerable<string> Names(string part) => json.RootElement.GetProperty(part).EnumerateArray().Select(c => c.GetProperty("constraint").GetString()!);
        string[] Example(string part, int at) => [.. json.RootElement.GetProperty(part)[at].GetProperty("example").EnumerateArray().Select(e => e.GetString()!)];
    }

    [Fact]
    public async Task The_same_policy_written_otherwise_is_no_difference()
    {
        var (old, now) = (Version("twice", """[AtMost<OpenDoor>(1, Because = "x")]"""), Version("absent", """[Ltlf("G(OpenDoor -> WX G !OpenDoor)", Because = "x")]"""));

        var run = await CommandProcess.RunAsync("policy", "diff", old, now);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("Both allow the same conversations.", run.Output);
    }

    [Fact]
    public async Task A_policy_that_contradicts_itself_does_not_build_and_the_constraints_to_blame_are_named()
    {
        var run = await CommandProcess.RunAsync(
            "check", Version("contradictory", """[Precedence<Verify, OpenDoor>(Because = "x")] [Existence<OpenDoor>(Because = "x")] [Absence<Verify>(Because = "x")]"""));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Desk.cs(6,", run.Error);
        var blame = run.Error.Split('\n').Single(l => l.Contains("error DRM4020", StringComparison.Ordinal));
        Assert.All(["'absence-verify'", "'existence-open-door'", "'precedence-verify-open-door'"], id => Assert.Contains(id, blame));
    }

    private string Version(string name, string constraints)
    {
        _folder.Write($"{name}/Desk.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable><NuGetAudit>false</NuGetAudit></PropertyGroup>
              <ItemGroup><Reference Include="{Path.Combine(AppContext.BaseDirectory, "Dreaming.Dsl.dll")}" /><Analyzer Include="{FiredRuleTests.Generator()}" /></ItemGroup>
            </Project>
            """);
        _folder.Write($"{name}/Desk.cs", Desk.Replace("CONSTRAINTS", constraints, StringComparison.Ordinal));
        return _folder.File(name);
    }
}
