using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Dreaming.Benchmarks.Rollouts;

/// <summary>promptfoo on the same machine: its echo provider, one turn, two assertions. It does less for one evaluation than a rollout is.</summary>
internal static class Promptfoo
{
    private const int Tests = 2_000;

    /// <returns>Evaluations a second; null where promptfoo is not installed.</returns>
    public static async Task<double?> RateAsync(TextWriter output, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("dreaming-promptfoo-");
        try
        {
            var config = Path.Combine(folder.FullName, "promptfooconfig.yaml");
            await using (var yaml = new StreamWriter(config))
            {
                await yaml.WriteLineAsync("prompts: ['Repeat {{medicine}} please']\nproviders: [echo]\ntests:");
                for (var i = 0; i < Tests; i++)
                    await yaml.WriteLineAsync($"  - vars: {{ medicine: 'medicine {i}' }}\n    assert: [{{ type: contains, value: 'medicine {i}' }}, {{ type: icontains, value: please }}]");
            }

            // What starting it costs is not what an evaluation costs: a run of one test is taken off.
            var all = await RunAsync(folder.FullName, ["eval", "-c", config, "--no-cache", "--no-write", "--no-table", "--no-progress-bar", "-j", "16", "-o", Path.Combine(folder.FullName, "out.json")], ct);
            var one = await RunAsync(folder.FullName, ["eval", "-c", config, "--no-cache", "--no-write", "--no-table", "--no-progress-bar", "--filter-first-n", "1", "-o", Path.Combine(folder.FullName, "one.json")], ct);
            if (all is null || one is null)
            {
                await output.WriteLineAsync("promptfoo         not measured: it is not installed, or did not run");
                return null;
            }

            var rate = Math.Round((Tests - 1) / Math.Max(0.001, (all.Value - one.Value).TotalSeconds), 1);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"promptfoo         {rate,10:N0} single-turn evaluations/s (echo provider, two assertions, start-up taken off)"));
            return rate;
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static async Task<TimeSpan?> RunAsync(string folder, IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo("promptfoo", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PROMPTFOO_DISABLE_TELEMETRY"] = "1";
        start.Environment["PROMPTFOO_DISABLE_UPDATE"] = "1";
        start.Environment["PROMPTFOO_CONFIG_DIR"] = folder;
        try
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var (text, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            await Task.WhenAll(text, errors);
            // 100 is its way to say that an assertion failed.
            return process.ExitCode is 0 or 100 ? watch.Elapsed : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
