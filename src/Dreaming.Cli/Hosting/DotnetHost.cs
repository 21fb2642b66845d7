using System.Runtime.InteropServices;

namespace Dreaming.Cli.Hosting;

/// <summary>Finds the <c>dotnet</c> that builds domains.</summary>
internal static class DotnetHost
{
    private static string FileName => OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>The first that exists of: <c>DOTNET_HOST_PATH</c>, the one on <c>PATH</c>, the one in <c>DOTNET_ROOT</c>, the one that runs this process. Null when there is none.</summary>
    public static string? Find() => Candidates().FirstOrDefault(File.Exists);

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host)
            yield return host;
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            yield return Path.Combine(folder, FileName);
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
            yield return Path.Combine(root, FileName);
        if (Environment.ProcessPath is { } process && Path.GetFileName(process) == FileName)
            yield return process;
        // <root>/shared/Microsoft.NETCore.App/<version>/
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", FileName));
    }
}
