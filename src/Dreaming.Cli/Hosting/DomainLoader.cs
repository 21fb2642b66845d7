using System.Reflection;
using Dreaming.Contracts;

namespace Dreaming.Cli.Hosting;

/// <summary>From what was typed to a domain that can be used: finds it, compiles it, loads it.</summary>
internal static class DomainLoader
{
    /// <param name="given">A folder with a project, a project, or an assembly.</param>
    /// <param name="say">Told what takes a while.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    /// <exception cref="CliException">There is no domain there, it does not compile, or it does not load.</exception>
    public static async Task<LoadedDomain> LoadAsync(string given, Action<string>? say, CancellationToken cancellationToken)
    {
        var folder = DomainFolder.Locate(given);
        if (folder.Project is { } project)
            say?.Invoke($"building {DomainBuild.Shown(project)}");
        var path = folder.Assembly ?? await DomainBuild.RunAsync(folder.Project!, cancellationToken).ConfigureAwait(false);
        return Load(folder, path);
    }

    private static LoadedDomain Load(DomainFolder folder, string path)
    {
        try
        {
            var assembly = new DomainLoadContext(path).LoadFromAssemblyPath(path);
            var declared = assembly.GetCustomAttribute<DomainManifestAttribute>()
                ?? throw new CliException(
                    $"{DomainBuild.Shown(path)} declares no domain. Add [assembly: Domain(\"name\")], and reference Dreaming.Dsl and its generator from the project.");
            var manifest = Activator.CreateInstance(declared.Type) as DomainManifest
                ?? throw new CliException($"The manifest {declared.Type} of {DomainBuild.Shown(path)} is no {nameof(DomainManifest)}. Build the domain again with this version of Dreaming.");
            return new LoadedDomain(manifest, BuildIdentity.Of(assembly), folder, path);
        }
        catch (BadImageFormatException error)
        {
            throw new CliException($"{DomainBuild.Shown(path)} is no .NET assembly, or is damaged. Build the domain again.", ExitCode.BadInput, error);
        }
        catch (FileNotFoundException error)
        {
            throw new CliException($"{DomainBuild.Shown(path)} needs {error.FileName}, which does not lie beside it. Build the domain again, or give its project instead of the assembly.", ExitCode.BadInput, error);
        }
        catch (Exception error) when (error is TypeLoadException or MissingMemberException or FileLoadException)
        {
            throw OtherVersion(path, error);
        }
        catch (TargetInvocationException error)
        {
            throw error.InnerException is TypeLoadException or MissingMemberException
                ? OtherVersion(path, error.InnerException)
                : new CliException($"The manifest of {DomainBuild.Shown(path)} cannot be made: {(error.InnerException ?? error).Message}", ExitCode.BadInput, error);
        }
    }

    private static CliException OtherVersion(string path, Exception error) => new(
        $"{DomainBuild.Shown(path)} was compiled against another version of Dreaming: {error.Message} Update its reference to Dreaming.Dsl and build it again.", ExitCode.BadInput, error);
}
