namespace Dreaming.Dreams.Tests;

/// <summary>Data beside the checkout that is never part of it. Tests that need it are skipped where it is absent.</summary>
internal static class SharedData
{
    public static string Retail => Find("data/retail") ?? "";

    /// <summary>Skips the test, aloud, where the recordings are absent.</summary>
    public static void RequireRetail() => Assert.SkipWhen(Retail.Length == 0, "The recorded retail episodes are not here: ../shared/data/retail is absent.");

    private static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Exists(Path.Combine(folder.FullName, ".git")) && Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", path)) is var found)
                return Directory.Exists(found) ? found : null;
        return null;
    }
}
