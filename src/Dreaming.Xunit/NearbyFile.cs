namespace Dreaming.Xunit;

/// <summary>Finds files that an attribute names: beside the test assembly, or beside the source that names them.</summary>
internal static class NearbyFile
{
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    public static string Find(string path, string? sourceFilePath)
    {
        string[] folders = [AppContext.BaseDirectory, .. Path.GetDirectoryName(sourceFilePath) is { Length: > 0 } source ? [source] : Array.Empty<string>()];
        return folders.Select(f => Path.GetFullPath(Path.Combine(f, path))).FirstOrDefault(p => File.Exists(p) || Directory.Exists(p))
            ?? throw new FileNotFoundException($"There is no '{path}' in {string.Join(" or ", folders)}. Check the path, or copy the file to the output folder of the tests.", path);
    }
}
