using System.Reflection;

namespace Dreaming.Flaws;

/// <summary>Finds flawed agents.</summary>
public static class FlawCatalogue
{
    /// <summary>The flawed agents that come with this project, by name.</summary>
    public static ImmutableArray<IFlawedAgent> Own => In(typeof(FlawCatalogue).Assembly);

    /// <summary>The flawed agents of an assembly, by name: every public class that implements <see cref="IFlawedAgent"/> and is not abstract.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <exception cref="InvalidOperationException">One of the classes has no public constructor without parameters.</exception>
    public static ImmutableArray<IFlawedAgent> In(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(typeof(IFlawedAgent)))
            .OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.FullName, StringComparer.Ordinal)
            .Select(Create),
    ];

    private static IFlawedAgent Create(Type type) => type.GetConstructor(Type.EmptyTypes) is null
        ? throw new InvalidOperationException($"The flawed agent {type.FullName} needs a public constructor without parameters.")
        : (IFlawedAgent)Activator.CreateInstance(type)!;
}
