using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Dreaming.Cli.Tests;

/// <summary>The real command in a process of its own.</summary>
internal static partial class CommandProcess
{
    public const int Interrupt = 2;
    public const int KillAtOnce = 9;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The built refill desk, which needs no build.</summary>
    public static string RefillDesk { get; } = Path.Combine(AppContext.BaseDirectory, "RefillDesk.dll");

    public static Task<Finished> RunAsync(params string[] arguments) => RunAsync(arguments, null);

    /// <param name="arguments">What is typed.</param>
    /// <param name="interruptAt">The process is sent the signal when it has said this on its error stream.</param>
    /// <param name="signal">The signal.</param>
    public static async Task<Finished> RunAsync(string[] arguments, string? interruptAt, int signal = Interrupt)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "dreaming.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Remove("DREAMING_TRACE");
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = new StringBuilder();
            while (await process.StandardError.ReadLineAsync(patience.Token) is { } line)
            {
                error.AppendLine(line);
                if (interruptAt is not null && line.Contains(interruptAt, StringComparison.Ordinal))
                {
                    interruptAt = null;
                    Assert.Equal(0, Kill(process.Id, signal));
                }
            }

            await process.WaitForExitAsync(patience.Token);
            return new Finished(process.ExitCode, await output, error.ToString());
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    public sealed record Finished(int ExitCode, string Output, string Error)
    {
        public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Error}";
    }
}
