using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dreaming.Reports;

/// <summary>The report as JSON: camelCase, enums as text, on one line. The same report gives the same bytes. Failures and repairs are not part of it: they stand in the journal.</summary>
public static class ReportJson
{
    /// <summary>Writes a report.</summary>
    public static string Write(NightReport report) => JsonSerializer.Serialize(report, ReportJsonContext.Default.NightReport);

    /// <summary>Reads a report.</summary>
    /// <exception cref="JsonException">The text is no report.</exception>
    public static NightReport Read(string json) =>
        JsonSerializer.Deserialize(json, ReportJsonContext.Default.NightReport) ?? throw new JsonException("A report was expected, and null was found.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(NightReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
