using Dreaming.Reports;

namespace Dreaming.Cli.Hosting;

/// <summary>The report as a file.</summary>
internal static class ReportPage
{
    /// <summary>Writes the page. A reader never sees half of it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="folder">The folder that holds <c>reports/</c>; null for the domain's own.</param>
    /// <param name="file">The file that was asked for; null for one that is named after the night.</param>
    /// <param name="cancellationToken">Stops before the page is put in its place.</param>
    /// <returns>The file's path.</returns>
    public static async Task<string> WriteAsync(NightReport report, LoadedDomain domain, string? folder, string? file, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file ?? Path.Combine(folder ?? domain.Folder.DefaultOut, "reports", $"{report.NightId}.html"));
        if (Directory.Exists(path))
            throw new CliException($"{file} is a folder. Give a file for the report.");
        var unfinished = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(unfinished, HtmlReport.Render(report, domain.Manifest), cancellationToken).ConfigureAwait(false);
            File.Move(unfinished, path, overwrite: true);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            throw new CliException($"The report cannot be written to {path}: {error.Message} The night itself is safe in the journal; `dreaming report --out FILE` writes it elsewhere.", ExitCode.Broken, error);
        }
    }
}
