using System.Diagnostics;
using System.Text;

namespace Dreaming.Kit.Tests.Packages;

/// <summary>The packages in a folder feed, a domain made from the template, and the tool: as on a machine that has never seen the checkout.</summary>
public sealed class FreshProject : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dreaming-kit-");

    public string this[params ReadOnlySpan<string> names] => Path.Combine([_folder.FullName, .. names]);

    /// <summary>The installed command.</summary>
    public string Command => this["tools", OperatingSystem.IsWindows() ? "dreaming.exe" : "dreaming"];

    public async ValueTask InitializeAsync()
    {
        // bin/<configuration>/net10.0
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        foreach (var project in new[] { "Dreaming.Dsl", "Dreaming.Runtime", "Dreaming.Cli" })
            await DotnetAsync("pack", Path.Combine(Root(), "src", project), "-c", configuration, "--no-build", "-o", this["feed"], "--nologo", "-v", "q");
        await DotnetAsync("pack", Path.Combine(Root(), "templates", "Dreaming.Templates.csproj"), "-c", configuration, "-o", this["feed"], "--nologo", "-v", "q", "-nodeReuse:false");
        await File.WriteAllTextAsync(this["nuget.config"], $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="feed" value="{this["feed"]}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="machine" value="{MachinePackages()}" /></fallbackPackageFolders>
            </configuration>
            """);
        await DotnetAsync("new", "install", Directory.GetFiles(this["feed"], "Dreaming.Templates.*.nupkg").Single(), "--debug:custom-hive", this["hive"]);
        await DotnetAsync("new", "dreaming-domain", "-n", "ParkingDesk", "-o", ".", "--debug:custom-hive", this["hive"]);
        await DotnetAsync("tool", "install", "Dreaming.Cli", "--tool-path", this["tools"], "--configfile", this["nuget.config"]);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    public Task<Finished> BuildAsync(string project) => RunAsync("dotnet", "build", this[project], "--nologo", "-v", "q", "-nodeReuse:false", "-p:NuGetAudit=false");

    public async Task<Finished> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        // A package folder of the environment would win over that of the project.
        start.Environment.Remove("NUGET_PACKAGES");
        // What the test's own SDK has set is not on a fresh machine.
        foreach (var name in new[] { "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "DREAMING_TRACE" })
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return new Finished(process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private async Task DotnetAsync(params string[] arguments)
    {
        var run = await RunAsync("dotnet", arguments);
        Assert.True(run.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {run.Output}");
    }

    private static string MachinePackages() => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
        ? given
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Directory.Packages.props")))
            folder = folder.Parent;
        return folder.FullName;
    }

    public sealed record Finished(int ExitCode, string Output);
}
