using System.Buffers;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Shrinking;

namespace Dreaming.Hunting.Files;

/// <summary>A hunt as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format): a rule for each invariant, constraint and scenario, a result for each failure.</summary>
public static class SarifJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Writes it, as UTF-8. A result's fingerprint is its cluster, the same in every hunt.</summary>
    /// <param name="file">What to write.</param>
    public static byte[] Write(HuntFile file)
    {
        var rules = Rules(file);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            Tool(json, rules);
            Invocation(json, file);
            json.WriteStartObject("automationDetails");
            json.WriteString("id", XmlText.Of($"dreaming-hunt/{file.Report.Domain}/"));
            json.WriteEndObject();
            json.WriteStartArray("results");
            foreach (var failure in file.Report.Failures)
                Result(json, failure, rules.FindIndex(r => r.Id == RuleId(failure.Cluster.Rule)), file);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static List<Rule> Rules(HuntFile file)
    {
        var known = file.Domain.Invariants.Select(i => new Rule($"rule/{i.Id}", i.Id, i.Because, LevelOf(ClinicalRisk.Rating(i.Likelihood, i.Harm))))
            .Concat(file.Domain.Constraints.Select(c => new Rule($"rule/{c.Id}", c.Id, c.Because.Length > 0 ? c.Because : c.Text, LevelOf(ClinicalRisk.Rating(c.Likelihood, c.Harm)))))
            .Concat(file.Domain.Scenarios.Select(s => new Rule($"success/{s.Id}", s.Id, $"The user gets what a good agent would give: {s.Title}", "error")))
            .ToList();
        known.AddRange(file.Report.Failures.Select(f => f.Cluster.Rule).Where(r => known.TrueForAll(k => k.Id != RuleId(r))).DistinctBy(RuleId).Select(r => new Rule(RuleId(r), r.Id, r.Because, "warning")));
        return known;
    }

    private static void Tool(Utf8JsonWriter json, List<Rule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "dreaming hunt");
        json.WriteString("version", typeof(SarifJson).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", XmlText.Of(rule.Id));
            json.WriteString("name", XmlText.Of(rule.Name));
            Text(json, "shortDescription", rule.Name);
            Text(json, "help", rule.Help.Length > 0 ? rule.Help : rule.Name);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", rule.Level);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Invocation(Utf8JsonWriter json, HuntFile file)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", file.Report.Passed + file.Report.Failed > 0);
        json.WriteString("startTimeUtc", file.Began.UtcDateTime);
        json.WriteString("endTimeUtc", file.Ended.UtcDateTime);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var note in file.Report.NotDone)
        {
            json.WriteStartObject();
            json.WriteString("level", "note");
            Text(json, "message", note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Result(Utf8JsonWriter json, HuntedFailure failure, int rule, HuntFile file)
    {
        var scenario = failure.Shrunk.Smallest.Rollout.Dream.Skeleton.Scenario;
        json.WriteStartObject();
        json.WriteString("ruleId", XmlText.Of(RuleId(failure.Cluster.Rule)));
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", failure.Cluster.Rule.Kind == RuleKind.Criterion ? "warning" : failure.Rating is { } rating ? LevelOf(rating) : "error");
        Text(json, "message", $"{HuntFile.Line(failure)}\n\n{file.Tell(failure)}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (file.KeptIn(failure) is { } kept)
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", Uri.EscapeDataString(kept).Replace("%2F", "/", StringComparison.Ordinal));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", XmlText.Of(scenario));
        json.WriteString("fullyQualifiedName", XmlText.Of($"{file.Report.Domain}/{scenario}"));
        json.WriteString("kind", "scenario");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("dreamingCluster/v1", failure.Cluster.Id);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteNumber("dreams", failure.Dreams);
        json.WriteString("dream", failure.Shrunk.Smallest.Rollout.Dream.Id);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", XmlText.Of(text));
        json.WriteEndObject();
    }

    private static string RuleId(FailedRule rule) => rule.Kind switch
    {
        RuleKind.Success => $"success/{rule.Id}",
        RuleKind.Criterion => $"criterion/{rule.Id}",
        _ => $"rule/{rule.Id}",
    };

    private static string LevelOf(int rating) => rating switch { >= 3 => "error", 2 => "warning", _ => "note" };

    private sealed record Rule(string Id, string Name, string Help, string Level);
}
