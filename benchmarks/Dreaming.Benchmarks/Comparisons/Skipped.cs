using System.Text.Json;
using Dreaming.Benchmarks.Recordings;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>Says that a comparison could not be made here.</summary>
internal static class Skipped
{
    public static async Task<int> WriteAsync(TextWriter output, string comparison)
    {
        await output.WriteLineAsync($"skipped: the recorded retail simulations are not at {RetailRecordings.ExpectedDirectory}");
        await output.WriteLineAsync(JsonSerializer.Serialize(new { compare = comparison, skipped = true }));
        return 0;
    }
}
