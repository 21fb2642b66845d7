namespace Dreaming.Cli.Tests;

public sealed class DomainLoadingTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{0}" />
          </ItemGroup>
        </Project>
        """;

    private const string HandMade = """
        using System.Collections.Immutable;
        using Dreaming;
        using Dreaming.Contracts;

        [assembly: DomainManifest(typeof(EmptyDomain))]

        public sealed class EmptyDomain : DomainManifest
        {
            public override string Name => "empty-desk";
            public override MedHelm Task => MedHelm.None;
            public override string Instructions => "";
            public override ImmutableArray<ToolContract> Tools => [];
            public override ImmutableArray<InvariantContract> Invariants => [];
            public override ImmutableArray<ScenarioContract> Scenarios => [];
            public override ImmutableArray<CriterionContract> Criteria => [];
            public override IWorld OpenWorld(WorldOptions options) => new World();

            private sealed class World : IWorld
            {
                public SandboxReply Handle(object call) => throw new ArgumentException("There is no such tool.");
                public IWorld Fork() => this;
            }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_path_that_leads_nowhere_is_named_and_ends_with_2()
    {
        var run = await CommandProcess.RunAsync("check", _folder.File("nowhere"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"error: There is no domain at {_folder.File("nowhere")}.", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task A_domain_that_does_not_compile_shows_the_errors_of_the_compiler_and_no_stack()
    {
        WriteProject("Desk.csproj");
        _folder.Write("Desk.cs", "public sealed class Desk\n{\n    public int Refills => \"none\";\n}\n");

        var run = await CommandProcess.RunAsync("check", _folder.Path, "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Desk.cs(3,27): error CS0029", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_project_is_built_and_an_assembly_without_a_domain_is_told_apart_from_one_with_too_little_in_it()
    {
        WriteProject("Desk.csproj");
        _folder.Write("Desk.cs", "public sealed class Desk;");
        var without = await CommandProcess.RunAsync("check", _folder.File("Desk.csproj"));
        Assert.Equal(2, without.ExitCode);
        Assert.Contains("declares no domain", without.Error);

        _folder.Write("Desk.cs", HandMade);
        var empty = await CommandProcess.RunAsync("check", _folder.Path);
        Assert.Equal(1, empty.ExitCode);
        Assert.Contains("empty-desk: 0 tools", empty.Output);
        Assert.Contains("problem: The domain declares no scenario", empty.Output);
    }

    [Fact]
    public async Task A_folder_with_several_projects_asks_for_one_of_them()
    {
        WriteProject("One.csproj");
        WriteProject("Two.csproj");

        var run = await CommandProcess.RunAsync("check", _folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("One.csproj, Two.csproj", run.Error);
    }

    [Fact]
    public async Task A_file_that_is_no_assembly_is_refused_in_a_sentence()
    {
        var run = await CommandProcess.RunAsync("check", _folder.Write("Desk.dll", "not a library"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is no .NET assembly", run.Error);
    }

    [Fact]
    public async Task An_assembly_is_checked_without_a_build()
    {
        var run = await CommandProcess.RunAsync("check", CommandProcess.RefillDesk, "--format", "json");

        Assert.True(run.ExitCode == 0, run.ToString());
        using var json = System.Text.Json.JsonDocument.Parse(run.Output);
        Assert.Equal("refill-desk", json.RootElement.GetProperty("domain").GetString());
        Assert.True(json.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(RefillDesk.RefillDeskDomain.Instance.ContractHash, json.RootElement.GetProperty("contractHash").GetString());
        Assert.Equal(RefillDesk.RefillDeskDomain.Instance.Tools.Length, json.RootElement.GetProperty("tools").GetArrayLength());
        Assert.Empty(run.Error);
    }

    private void WriteProject(string name) =>
        _folder.Write(name, string.Format(System.Globalization.CultureInfo.InvariantCulture, Project, Path.Combine(AppContext.BaseDirectory, "Dreaming.Dsl.dll")));
}
