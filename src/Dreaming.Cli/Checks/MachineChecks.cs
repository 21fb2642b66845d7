using System.ComponentModel;
using System.Globalization;
using System.Text;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Microsoft.Data.Sqlite;

namespace Dreaming.Cli.Checks;

/// <summary>Whether this machine can sleep: SDK, SQLite, a place to write, terminal.</summary>
internal static class MachineChecks
{
    private const int LeastMajor = 10;
    private const long LeastFree = 256L * 1024 * 1024;

    public static async Task<Ailment> SdkAsync(CancellationToken cancellationToken)
    {
        const string Install = "Install the .NET 10 SDK and put it on PATH, or give domains as built assemblies.";
        if (DotnetHost.Find() is not { } dotnet)
            return Ailment.Machine("SDK", "no dotnet was found on PATH or in DOTNET_ROOT", Install);
        try
        {
            var listed = await ChildProcess.RunAsync(dotnet, ["--list-sdks"], Environment.CurrentDirectory, cancellationToken).ConfigureAwait(false);
            var versions = listed.Output.Select(l => l.Split(' ')[0]).Where(v => v.Length > 0).ToList();
            var enough = versions.LastOrDefault(v => int.TryParse(v.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major >= LeastMajor);
            return enough is not null ? new Ailment("SDK", $"{enough} ({dotnet})")
                : Ailment.Machine("SDK", versions.Count == 0 ? $"{dotnet} has no SDK" : $"{dotnet} has only {string.Join(", ", versions)}", Install);
        }
        catch (Win32Exception error)
        {
            return Ailment.Machine("SDK", $"{dotnet} cannot be started: {error.Message}", Install);
        }
    }

    public static Ailment Sqlite()
    {
        try
        {
            SQLitePCL.Batteries_V2.Init();
            using var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT sqlite_version()";
            return new Ailment("SQLite", (string)command.ExecuteScalar()!);
        }
        catch (Exception error) when (error is SqliteException or DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return Ailment.Machine("SQLite", $"its library does not load: {error.GetBaseException().Message}", "Install dreaming again; on Alpine, install libc6-compat or the musl build.");
        }
    }

    /// <summary>Whether the folder, or the nearest one above it that exists, can be written. Nothing is left behind.</summary>
    public static Ailment Writable(string folder)
    {
        var probe = Path.Combine(Existing(folder), $".dreaming-doctor-{Environment.ProcessId}");
        try
        {
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
                return new Ailment("write access", folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Ailment.Machine("write access", $"{folder} cannot be written: {error.Message}", "Change its permissions, or choose another folder with `sleep --out`.");
        }
    }

    public static Ailment DiskSpace(string folder)
    {
        try
        {
            var free = new DriveInfo(Existing(folder)).AvailableFreeSpace;
            var found = string.Create(CultureInfo.InvariantCulture, $"{free / (1024.0 * 1024 * 1024):0.0} GB free at {folder}");
            return free >= LeastFree ? new Ailment("disk space", found) : Ailment.Machine("disk space", found, "Free some space: a journal grows by about 10 KB a rollout.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Ailment.Machine("disk space", $"it cannot be asked for: {error.Message}", $"Check the disk of {folder}.");
        }
    }

    public static Ailment Terminal(Terminal terminal)
    {
        var found = $"{(terminal.Live ? "progress is redrawn in place" : "no terminal: progress is printed line by line")}, {Console.OutputEncoding.WebName}";
        return Console.OutputEncoding is UTF8Encoding || Console.OutputEncoding.CodePage is 1200 or 65001
            ? new Ailment("terminal", found)
            : Ailment.Machine("terminal", found, "Set the terminal to UTF-8 (LANG=C.UTF-8, or chcp 65001), or quotes and accents come out wrong.");
    }

    private static string Existing(string folder)
    {
        var at = Path.GetFullPath(folder);
        while (!Directory.Exists(at) && Path.GetDirectoryName(at) is { } parent)
            at = parent;
        return at;
    }
}
