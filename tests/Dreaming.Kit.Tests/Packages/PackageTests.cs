namespace Dreaming.Kit.Tests.Packages;

public sealed class PackageTests(FreshProject fresh) : IClassFixture<FreshProject>
{
    [Fact]
    public async Task The_template_builds_without_a_warning_and_its_tests_pass()
    {
        var build = await fresh.BuildAsync("ParkingDesk.Tests");
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.DoesNotContain("warning", build.Output.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        var tests = await fresh.RunAsync("dotnet", fresh["ParkingDesk.Tests", "bin", "Debug", "net10.0", "ParkingDesk.Tests.dll"]);
        Assert.True(tests.ExitCode == 0, tests.Output);
        Assert.Contains("Failed: 0", tests.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_brings_the_generator_and_the_rules()
    {
        var project = Copy("ParkingDesk", "Broken");
        await File.WriteAllTextAsync(Path.Combine(project, "Wrong.cs"), "[Data] public sealed record Wrong(int X);", TestContext.Current.CancellationToken);
        var broken = await fresh.BuildAsync("Broken");

        Assert.NotEqual(0, broken.ExitCode);
        Assert.Contains("Wrong.cs(1,29): error DRM4001", broken.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", broken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tool_runs_a_small_night_of_the_fresh_domain()
    {
        var night = await fresh.RunAsync(fresh.Command, "sleep", Copy("ParkingDesk", "Sleeper"), "--dreams", "30", "--safety", "10", "--out", fresh["night"]);

        // 1 and 4 are answers of the gate, which a small night may well give; 2 and 3 are not.
        Assert.True(night.ExitCode is 0 or 1 or 4, night.Output);
        Assert.Contains("parking-desk", night.Output, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(fresh["night", "reports"], "*.html"));
    }

    [Fact]
    public async Task What_the_tool_scaffolds_compiles_without_a_warning()
    {
        await File.WriteAllTextAsync(fresh["tools.json"], """
            [
              { "type": "function", "x-mutates-state": true, "function": { "name": "open_gate", "description": "Opens\na gate.", "parameters": { "type": "object", "required": ["gate"], "properties":
                { "gate": { "enum": ["north", "south"] }, "minutes": { "type": "integer", "minimum": 1, "maximum": 30, "default": 5 } } } } },
              { "type": "function", "function": { "name": "listGates", "description": "", "parameters": { "type": "object", "properties": {} } } }
            ]
            """, TestContext.Current.CancellationToken);
        var scaffold = await fresh.RunAsync(fresh.Command, "scaffold", fresh["tools.json"], "--out", fresh["gate-desk"]);
        Assert.True(scaffold.ExitCode == 0, scaffold.Output);
        Assert.Contains("list_gates: it has no description", scaffold.Output, StringComparison.Ordinal);

        var build = await fresh.BuildAsync("gate-desk");
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.DoesNotContain("warning", build.Output.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        var again = await fresh.RunAsync(fresh.Command, "scaffold", fresh["tools.json"], "--out", fresh["gate-desk"]);
        Assert.Equal(2, again.ExitCode);
    }

    private string Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(fresh[from], "*.cs*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(fresh[from], file);
            if (relative.StartsWith("obj", StringComparison.Ordinal) || relative.StartsWith("bin", StringComparison.Ordinal))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(fresh[to, relative])!);
            File.Copy(file, fresh[to, relative]);
        }

        return fresh[to];
    }
}
