using System.Collections.Immutable;
using System.Text.Json;

namespace Dreaming.Cli.Checks;

/// <summary>A finding of one of the rules of Dreaming when the domain was compiled.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Message">What is found.</param>
/// <param name="Place">The file, from the project's folder on, with line and column; empty where there is none.</param>
internal sealed record FiredRule(string Id, string Severity, string Message, string Place)
{
    /// <summary>Reads the log that the compiler left beside an assembly (SARIF 2.1), without what is suppressed.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="folder">The project's folder.</param>
    /// <returns>The findings by place; null when there is no log, or none that can be read.</returns>
    public static ImmutableArray<FiredRule>? Beside(string assembly, string folder)
    {
        var log = Path.ChangeExtension(assembly, ".rules.sarif");
        if (!File.Exists(log))
            return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(log));
            return
            [
                .. document.RootElement.GetProperty("runs").EnumerateArray()
                    .SelectMany(run => run.GetProperty("results").EnumerateArray())
                    .Where(r => r.GetProperty("ruleId").GetString()!.StartsWith("DRM", StringComparison.Ordinal))
                    .Where(r => !r.TryGetProperty("suppressions", out var suppressions) || suppressions.GetArrayLength() == 0)
                    .Select(r => Of(r, folder))
                    .OrderBy(r => r.Place, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal),
            ];
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static FiredRule Of(JsonElement result, string folder) => new(
        result.GetProperty("ruleId").GetString()!,
        result.GetProperty("level").GetString() switch { "note" => "info", var level => level! },
        result.GetProperty("message").GetProperty("text").GetString()!,
        result.TryGetProperty("locations", out var places) && places.GetArrayLength() > 0 ? Where(places[0].GetProperty("physicalLocation"), folder) : "");

    private static string Where(JsonElement location, string folder)
    {
        var file = location.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        if (Uri.TryCreate(file, UriKind.Absolute, out var uri) && uri.IsFile)
            file = Path.GetRelativePath(folder, uri.LocalPath).Replace('\\', '/');
        var region = location.GetProperty("region");
        return $"{file}({region.GetProperty("startLine").GetInt32()},{region.GetProperty("startColumn").GetInt32()})";
    }
}
