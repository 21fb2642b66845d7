namespace Dreaming.Cli.Hosting;

/// <summary>Where a domain lies, and where what belongs to it lies.</summary>
/// <param name="Given">As it was typed; what printed commands repeat.</param>
/// <param name="Folder">The folder of its project, or of its assembly.</param>
/// <param name="Project">The project to build; null when an assembly was given.</param>
/// <param name="Assembly">The assembly that was given; null when there is a project to build.</param>
internal sealed record DomainFolder(string Given, string Folder, string? Project, string? Assembly)
{
    private const string Examples = "Give the folder of its project (scenarios/RefillDesk), the project file, or the built assembly.";

    /// <summary>Where journal and reports lie unless another folder is asked for.</summary>
    public string DefaultOut => Path.Combine(Folder, ".dreaming");

    /// <summary>The recordings that are taken when none are named; null when there is no such folder.</summary>
    public string? DefaultEpisodes => Path.Combine(Folder, "episodes") is var folder && Directory.Exists(folder) ? folder : null;

    /// <exception cref="CliException">There is nothing there that could be a domain.</exception>
    public static DomainFolder Locate(string given)
    {
        var path = Path.GetFullPath(given);
        if (Directory.Exists(path))
            return InFolder(given, path);
        if (!File.Exists(path))
            throw new CliException($"There is no domain at {given}. {Examples}");
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csproj" => new DomainFolder(given, Path.GetDirectoryName(path)!, path, null),
            ".dll" => new DomainFolder(given, HomeOf(path), null, path),
            _ => throw new CliException($"{given} is neither a project nor an assembly. {Examples}"),
        };
    }

    /// <summary>The journal of the domain.</summary>
    /// <param name="domain">The domain's name.</param>
    /// <param name="journal">A folder or a journal file that was asked for.</param>
    public string JournalPath(string domain, string? journal) =>
        journal is not null && !Directory.Exists(journal) && Path.GetExtension(journal) == ".db"
            ? Path.GetFullPath(journal)
            : Path.Combine(Path.GetFullPath(journal ?? DefaultOut), domain + ".db");

    private static DomainFolder InFolder(string given, string path)
    {
        var projects = Directory.GetFiles(path, "*.csproj");
        Array.Sort(projects, StringComparer.Ordinal);
        return projects switch
        {
            [var only] => new DomainFolder(given, path, only, null),
            [] => throw new CliException($"There is no project in the folder {given}. {Examples}"),
            _ => throw new CliException($"The folder {given} holds several projects: {string.Join(", ", projects.Select(Path.GetFileName))}. Give one of them."),
        };
    }

    // bin/Release/net10.0/Desk.dll belongs to the folder that holds bin: it is the same domain, with the same journal, however it is named.
    private static string HomeOf(string assembly)
    {
        var folder = Path.GetDirectoryName(assembly)!;
        for (var at = new DirectoryInfo(folder); at.Parent is { } parent; at = parent)
            if (at.Name == "bin" && parent.EnumerateFiles("*.csproj").Any())
                return parent.FullName;
        return folder;
    }
}
