using System.Globalization;
using Dreaming.Audits;

namespace Dreaming.Cli.Display;

/// <summary>What an audit found, for people and for programs.</summary>
internal static class AuditOut
{
    private const int Shown = 50;

    public static void WriteText(Terminal terminal, string night, NightAudit audit, bool otherBuild, bool episodes)
    {
        var stages = string.Join(", ", audit.Rollouts.Select(s => $"{s.Key} {Numbers.Whole(s.Value)}"));
        terminal.WriteLine($"night {night}: {Numbers.Whole(audit.Dreams)} dreams and {Numbers.Whole(audit.Rollouts.Values.Sum())} rollouts audited ({stages})");
        if (otherBuild)
            terminal.WriteLine("note: the code or the world has changed since that night");
        if (!episodes && audit.FromEpisodes > 0)
            terminal.WriteLine($"note: {Numbers.Whole(audit.FromEpisodes)} dreams come from episodes that were not given; whether their facts are those of the episode was not looked at");
        foreach (var finding in audit.Findings.Take(Shown))
            terminal.WriteLine($"{finding.Rollout}{(finding.Event is { } at ? string.Create(CultureInfo.InvariantCulture, $", event {at}") : "")}: {finding.Rule}: {SafeText.Line(finding.Sentence)}");
        if (audit.Findings.Length > Shown)
            terminal.WriteLine($"and {Numbers.Whole(audit.Findings.Length - Shown)} more; --format json lists all");
        var rules = string.Join(", ", audit.Findings.CountBy(f => f.Rule).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {Numbers.Whole(r.Value)}"));
        terminal.WriteLine($"{Numbers.Whole(audit.Findings.Length)} findings{(rules.Length == 0 ? "" : $": {rules}")}");
    }

    public static void WriteJson(string domain, string night, NightAudit audit, bool otherBuild, bool episodes) => JsonOut.Write(writer =>
    {
        writer.WriteString("domain", domain);
        writer.WriteString("nightId", night);
        writer.WriteNumber("dreams", audit.Dreams);
        writer.WriteNumber("dreamsFromEpisodes", audit.FromEpisodes);
        writer.WriteBoolean("episodesGiven", episodes);
        writer.WriteBoolean("otherBuild", otherBuild);
        writer.WriteNumber("rollouts", audit.Rollouts.Values.Sum());
        writer.WriteStartObject("byStage");
        foreach (var (stage, count) in audit.Rollouts)
            writer.WriteNumber(stage, count);
        writer.WriteEndObject();
        writer.WriteStartObject("byRule");
        foreach (var (rule, count) in audit.Findings.CountBy(f => f.Rule).OrderBy(r => r.Key, StringComparer.Ordinal))
            writer.WriteNumber(rule, count);
        writer.WriteEndObject();
        writer.WriteStartArray("findings");
        foreach (var finding in audit.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("rollout", finding.Rollout);
            if (finding.Event is { } at)
                writer.WriteNumber("event", at);
            else
                writer.WriteNull("event");
            writer.WriteString("rule", finding.Rule);
            writer.WriteString("sentence", finding.Sentence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
