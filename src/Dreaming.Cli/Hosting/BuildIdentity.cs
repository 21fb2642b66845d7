using System.Reflection;
using System.Runtime.Loader;
using Dreaming.Contracts;
using Dreaming.Determinism;

namespace Dreaming.Cli.Hosting;

/// <summary>Names the code that decides a night: verdicts of other code are never mixed into it.</summary>
internal static class BuildIdentity
{
    /// <summary>The hash of the module versions of the domain, of everything it brings along, and of Dreaming itself.</summary>
    public static string Of(Assembly domain) => ContentId.Of([.. Closure(domain)
        .Append(typeof(DomainManifest).Assembly)
        .Append(typeof(ContentId).Assembly)
        .DistinctBy(a => a.FullName, StringComparer.Ordinal)
        .OrderBy(a => a.FullName, StringComparer.Ordinal)
        .Select(a => $"{a.GetName().Name} {a.ManifestModule.ModuleVersionId}")]);

    // The assemblies that the domain's own load context serves; those of the framework belong to the machine.
    private static List<Assembly> Closure(Assembly domain)
    {
        var context = AssemblyLoadContext.GetLoadContext(domain)!;
        var found = new List<Assembly> { domain };
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var name in found[i].GetReferencedAssemblies())
            {
                if (Load(context, name) is { } reference && AssemblyLoadContext.GetLoadContext(reference) == context && !found.Contains(reference))
                    found.Add(reference);
            }
        }

        return found;
    }

    private static Assembly? Load(AssemblyLoadContext context, AssemblyName name)
    {
        try
        {
            return context.LoadFromAssemblyName(name);
        }
        catch (Exception absent) when (absent is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            // A reference that is not there decides nothing until it is called, and then the call says so.
            return null;
        }
    }
}
