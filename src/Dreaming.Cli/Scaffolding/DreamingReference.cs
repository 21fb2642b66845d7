using System.Reflection;

namespace Dreaming.Cli.Scaffolding;

/// <summary>How a scaffolded project refers to Dreaming: by package, or by project inside of a checkout.</summary>
/// <param name="Items">The lines of the project file.</param>
internal sealed record DreamingReference(IReadOnlyList<string> Items)
{
    /// <summary>The version of this command's own package.</summary>
    public static string Version { get; } =
        typeof(DreamingReference).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static DreamingReference Package { get; } = new([$"<PackageReference Include=\"Dreaming\" Version=\"{Version}\" />"]);

    /// <summary>Refers to the projects of the checkout that a folder lies in, and to the package outside of one.</summary>
    public static DreamingReference For(string folder)
    {
        for (var at = new DirectoryInfo(folder).Parent; at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "src", "Dreaming.Dsl", "Dreaming.Dsl.csproj")))
                return Projects(Path.GetRelativePath(folder, at.FullName).Replace('\\', '/'));
        return Package;
    }

    private static DreamingReference Projects(string root) => new(
    [
        $"<ProjectReference Include=\"{root}/src/Dreaming.Dsl/Dreaming.Dsl.csproj\" />",
        $"<ProjectReference Include=\"{root}/src/Dreaming.Generators/Dreaming.Generators.csproj\" OutputItemType=\"Analyzer\" ReferenceOutputAssembly=\"false\" />",
    ]);
}
