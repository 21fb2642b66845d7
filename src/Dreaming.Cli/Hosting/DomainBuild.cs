using System.ComponentModel;
using System.Text.RegularExpressions;

namespace Dreaming.Cli.Hosting;

/// <summary>Compiles a domain's project. One call both builds and says where the assembly lies.</summary>
internal static partial class DomainBuild
{
    private const int MostErrors = 20;
    private static readonly string RuleLog = Path.Combine(AppContext.BaseDirectory, "RuleLog.targets");

    /// <returns>The path of the assembly.</returns>
    /// <exception cref="CliException">There is no SDK, or the project does not compile.</exception>
    public static async Task<string> RunAsync(string project, CancellationToken cancellationToken)
    {
        var dotnet = DotnetHost.Find()
            ?? throw new CliException("No dotnet was found. Install the .NET 10 SDK and put it on PATH, or set DOTNET_ROOT.", ExitCode.Broken);
        await using var held = (await BuildLock.TakeAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);

        var restored = IsRestored(project);
        var build = await BuildAsync(dotnet, project, restore: !restored, cancellationToken).ConfigureAwait(false);
        if (build.ExitCode != 0 && restored && !Errors(build).Any(e => e.IsCompilers))
            build = await BuildAsync(dotnet, project, restore: true, cancellationToken).ConfigureAwait(false);
        if (build.ExitCode != 0)
            throw Failed(project, build);

        var path = build.Output.LastOrDefault(l => l.Length > 0)?.Trim();
        return path is not null && File.Exists(path)
            ? path
            : throw new CliException($"The build of {Shown(project)} left no assembly. Run `dotnet build -c Release {Shown(project)}` to see why.");
    }

    private static async Task<ChildProcess.Finished> BuildAsync(string dotnet, string project, bool restore, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "build", project, "-c", "Release", "-v", "q", "--nologo", "-nodeReuse:false", "-t:Build", "-getProperty:TargetPath",
            // The module version says which code it is; the commit it stands in does not belong to that.
            "-p:IncludeSourceRevisionInInformationalVersion=false",
            .. File.Exists(RuleLog) ? [$"-p:CustomAfterMicrosoftCommonTargets={RuleLog}", $"-p:DreamingDomainProject={project}"] : Array.Empty<string>(),
            .. restore ? Array.Empty<string>() : ["--no-restore"],
        ];
        try
        {
            return await ChildProcess.RunAsync(dotnet, arguments, Path.GetDirectoryName(project)!, cancellationToken).ConfigureAwait(false);
        }
        catch (Win32Exception error)
        {
            throw new CliException($"{dotnet} cannot be started: {error.Message}. Install the .NET 10 SDK and put it on PATH.", ExitCode.Broken, error);
        }
    }

    // Packages are restored, and nothing that names them has changed since.
    private static bool IsRestored(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        var assets = new FileInfo(Path.Combine(folder, "obj", "project.assets.json"));
        return assets.Exists && Sources().All(f => f.LastWriteTimeUtc <= assets.LastWriteTimeUtc);

        IEnumerable<FileInfo> Sources()
        {
            yield return new FileInfo(project);
            for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
                foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
                    if (new FileInfo(Path.Combine(at.FullName, name)) is { Exists: true } file)
                        yield return file;
        }
    }

    private static CliException Failed(string project, ChildProcess.Finished build)
    {
        if (build.Output.Concat(build.Error).Any(l => l.Contains("No .NET SDKs were found", StringComparison.Ordinal)))
            return new CliException("There is a .NET runtime but no SDK to compile the domain with. Install the .NET 10 SDK, or give the built assembly (.dll).", ExitCode.Broken);

        var errors = Errors(build).ToList();
        if (errors.Count == 0)
        {
            return new CliException($"The domain {Shown(project)} could not be built. Run `dotnet build -c Release {Shown(project)}` to see why.")
            {
                Details = [.. build.Error.Concat(build.Output).Where(l => !string.IsNullOrWhiteSpace(l)).TakeLast(MostErrors)],
            };
        }

        var more = errors.Count - MostErrors;
        return new CliException($"The domain {Shown(project)} does not compile. Correct the {(errors.Count == 1 ? "error" : $"{errors.Count} errors")} and start again.")
        {
            Details = [.. errors.Take(MostErrors).Select(e => e.Text), .. more > 0 ? [$"and {more} more"] : Array.Empty<string>()],
        };
    }

    private static IEnumerable<BuildError> Errors(ChildProcess.Finished build) => build.Error.Concat(build.Output)
        .Select(l => ErrorLine.Match(l))
        .Where(m => m.Success)
        .Select(m => new BuildError(
            $"{Place(m.Groups["file"].Value)}{m.Groups["at"].Value}: error {m.Groups["code"].Value}: {m.Groups["text"].Value}",
            m.Groups["code"].Value is var code && !code.StartsWith("NETSDK", StringComparison.Ordinal) && !code.StartsWith("NU", StringComparison.Ordinal) && !code.StartsWith("MSB", StringComparison.Ordinal)))
        .Distinct();

    private static string Place(string file) => Path.IsPathRooted(file) ? Shown(file) : file;

    /// <summary>A path as a person in this folder would type it.</summary>
    internal static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.Length < path.Length ? relative : path;
    }

    [GeneratedRegex(@"^\s*(?<file>.+?)(?<at>\(\d+,\d+(,\d+,\d+)?\))?\s*: error (?<code>[A-Za-z]+\d+): (?<text>.*?)(?: \[[^\[\]]+\])?$", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorLine { get; }

    private readonly record struct BuildError(string Text, bool IsCompilers);
}
