using System.Reflection;
using System.Runtime.Loader;

namespace Dreaming.Cli.Hosting;

/// <summary>Loads a domain, or an agent, beside the command: what both know is shared, so that a contract is one type; everything else comes from its own folder.</summary>
/// <param name="assemblyPath">The assembly.</param>
/// <param name="domain">For an agent, the domain that is loaded already; null for a domain.</param>
internal sealed class DomainLoadContext(string assemblyPath, Assembly? domain = null) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assemblyPath))
{
    private static readonly string[] Shared = ["Dreaming.Dsl", "Dreaming.Runtime", "Microsoft.Extensions.AI.Abstractions"];

    private readonly AssemblyDependencyResolver _resolver = new(assemblyPath);

    /// <summary>Whether the command serves the assembly itself.</summary>
    public static bool IsShared(AssemblyName assembly) => Shared.Contains(assembly.Name, StringComparer.Ordinal);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        IsShared(assemblyName) ? null
        : domain?.GetName().Name == assemblyName.Name ? domain
        : _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path)
        : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
