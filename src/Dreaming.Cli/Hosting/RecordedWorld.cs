namespace Dreaming.Cli.Hosting;

/// <summary>The world that recordings were made in: a data file that lies beside the episodes, so that a night finds the people and things that they speak of.</summary>
internal static class RecordedWorld
{
    private static readonly string[] Names = ["world.json.gz", "world.json"];
    private static readonly string[] Tau2Names = ["db.json.gz", "db.json"];

    /// <summary>The world's file beside recordings; null when there is none.</summary>
    /// <param name="episodes">A folder of recordings, or one file of them; null for none.</param>
    public static string? Beside(string? episodes) => episodes is null ? null : First(Directory.Exists(episodes) ? episodes : Folder(episodes), Names);

    /// <summary>The database of the benchmark that a file of simulations belongs to: beside it, or one folder up. Null when there is none.</summary>
    public static string? OfSimulations(string file) => First(Folder(file), Tau2Names) ?? First(Path.Combine(Folder(file), ".."), Tau2Names);

    /// <summary>Keeps a world's file beside recordings.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Keep(string world, string folder)
    {
        var kept = Path.Combine(folder, world.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Names[0] : Names[1]);
        var temporary = kept + ".tmp";
        File.Copy(world, temporary, overwrite: true);
        File.SetAttributes(temporary, FileAttributes.Normal);
        File.Move(temporary, kept, overwrite: true);
        return kept;
    }

    private static string Folder(string file) => Path.GetDirectoryName(Path.GetFullPath(file))!;

    private static string? First(string folder, string[] names) => names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
