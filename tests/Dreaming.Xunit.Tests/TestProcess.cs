using System.Diagnostics;

namespace Dreaming.Xunit.Tests;

/// <summary>The tests of this assembly in a process of their own.</summary>
internal static class TestProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "Dreaming.Xunit.Tests.dll");

    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
