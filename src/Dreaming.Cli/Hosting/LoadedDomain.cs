using System.Security.Cryptography;
using Dreaming.Contracts;
using Dreaming.Determinism;

namespace Dreaming.Cli.Hosting;

/// <summary>A domain that is ready to sleep.</summary>
/// <param name="Manifest">What was declared.</param>
/// <param name="Build">Names the code.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="AssemblyPath">The assembly.</param>
internal sealed record LoadedDomain(DomainManifest Manifest, string Build, DomainFolder Folder, string AssemblyPath)
{
    /// <summary>Opens the domain's world.</summary>
    /// <param name="file">The file that holds its data; null for what the domain ships.</param>
    /// <exception cref="CliException">The file is not there, or the sandbox does not open.</exception>
    public IWorld OpenWorld(string? file)
    {
        if (file is not null && !File.Exists(file))
            throw new CliException($"There is no world file {file}. Give a file with --world, or leave the option out for the world that the domain ships.");
        try
        {
            return Manifest.OpenWorld(file is null ? WorldOptions.Default : WorldOptions.Default with { DataPath = Path.GetFullPath(file) });
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var from = file is null ? "with the data that the domain ships" : $"with {file}";
            throw new CliException($"The sandbox of {Manifest.Name} does not open {from}: {error.Message}", ExitCode.BadInput, error)
            {
                Details = file is null ? ["If the domain ships no data, give a file with --world."] : [],
            };
        }
    }

    /// <summary>Names the code and the world's data: what else than episodes and options decides a night.</summary>
    public string BuildWith(string? worldFile)
    {
        if (worldFile is null)
            return Build;
        using var stream = File.OpenRead(worldFile);
        return ContentId.Of(Build, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
