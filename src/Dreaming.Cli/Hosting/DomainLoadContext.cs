using System.Reflection;
using System.Runtime.Loader;

namespace Dreaming.Cli.Hosting;

/// <summary>Loads a domain beside the command: what both know is shared, so that a contract is one type; everything else comes from the domain's own folder.</summary>
internal sealed class DomainLoadContext(string assemblyPath) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assemblyPath))
{
    private static readonly string[] Shared = ["Dreaming.Dsl", "Dreaming.Runtime", "Microsoft.Extensions.AI.Abstractions"];

    private readonly AssemblyDependencyResolver _resolver = new(assemblyPath);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        Shared.Contains(assemblyName.Name, StringComparer.Ordinal) ? null
        : _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path)
        : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
