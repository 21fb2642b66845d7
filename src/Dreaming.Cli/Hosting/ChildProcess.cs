using System.ComponentModel;
using System.Diagnostics;

namespace Dreaming.Cli.Hosting;

/// <summary>Runs a program and collects what it says.</summary>
internal static class ChildProcess
{
    // Build servers may inherit the streams and outlive the program: what the program itself wrote is there long before this has passed.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(2);

    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public static async Task<Finished> RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        Settle(start.Environment);

        using var process = Process.Start(start) ?? throw new Win32Exception($"{program} did not start.");
        process.StandardInput.Close();
        var output = new Lines();
        var error = new Lines();
        process.OutputDataReceived += (_, e) => output.Add(e.Data);
        process.ErrorDataReceived += (_, e) => error.Add(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (cancellationToken.Register(() => Kill(process)))
            await ExitAsync(process, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await Task.WhenAny(Task.WhenAll(output.Ended, error.Ended), Task.Delay(Drain, cancellationToken)).ConfigureAwait(false);
        return new Finished(process.ExitCode, output.ToArray(), error.ToArray());
    }

    // Process.WaitForExitAsync also waits for the streams, which is what must not happen here.
    private static async Task ExitAsync(Process process, CancellationToken cancellationToken)
    {
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => exited.TrySetResult();
        if (!process.HasExited)
            await exited.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    // A process that was itself started by a build must not hand that build's settings on.
    private static void Settle(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            environment.Remove(name);
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        environment["MSBUILDDISABLENODEREUSE"] = "1";
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }

    /// <summary>How a program ended.</summary>
    public sealed record Finished(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Error);

    private sealed class Lines
    {
        private readonly List<string> _lines = [];
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ended => _ended.Task;

        public void Add(string? line)
        {
            if (line is null)
            {
                _ended.TrySetResult();
                return;
            }

            lock (_lines)
                _lines.Add(line);
        }

        public string[] ToArray()
        {
            lock (_lines)
                return [.. _lines];
        }
    }
}
