using Dreaming.Distillation;
using Dreaming.Gates;
using Dreaming.Reports.Html;

namespace Dreaming.Reports.Sections;

/// <summary>What was learnt: the state in short, what was tried, what was wrong, and what passed instead.</summary>
internal static class RepairsSection
{
    public static void Write(HtmlWriter html, NightReport report)
    {
        if (report.KeptRepairs.IsEmpty)
        {
            html.Leaf("p", report.Repairs.Kept == 0 ? "No repair was kept." : $"{Phrase.Count(report.Repairs.Kept, "repair")} became lessons; their texts stand in the journal.");
            return;
        }

        html.Leaf("p", "Each correction was executed in the very dream in which the agent had failed, and passed.");
        foreach (var scenario in report.KeptRepairs.GroupBy(r => r.Scenario, StringComparer.Ordinal).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            html.Leaf("h3", $"{scenario.Key} ({Words.Number(scenario.Count())})");
            foreach (var repair in scenario)
                WriteRepair(html, repair);
        }
    }

    private static void WriteRepair(HtmlWriter html, Repair repair)
    {
        using (html.Element("details", ("class", "repair")))
        {
            using (html.Element("summary"))
                html.Leaf("span", repair.Critique, ("dir", "auto")).Text(" ").Leaf("span", repair.Family is { } family ? Words.Of(family) : "Rehearsal", ("class", "tag"));
            html.Leaf("p", State(repair), ("class", "note"), ("dir", "auto"));
            using (html.Element("div", ("class", "pair")))
            {
                using (html.Element("div", ("class", "attempted")))
                {
                    html.Leaf("span", "✗ Attempted", ("class", "who"));
                    Transcript.WriteAction(html, repair.Attempted);
                }

                using (html.Element("div", ("class", "corrected")))
                {
                    html.Leaf("span", "✓ Corrected", ("class", "who"));
                    Transcript.WriteAction(html, repair.Corrected);
                }
            }

            if (!repair.Violated.IsEmpty)
                html.Leaf("p", $"The attempt violated {string.Join(", ", repair.Violated)}.", ("class", "note"));
            html.Leaf("p", $"Repair {repair.Id}, dream {repair.DreamId}, before event {repair.Step}.", ("class", "note"));
        }

        html.Line();
    }

    private static string State(Repair repair)
    {
        var calls = repair.State.Calls().Select(c => c.Called.Tool + (c.Reply is null ? "" : $" ({c.Reply.Outcome.ToString().ToLowerInvariant()})")).ToArray();
        return $"After {Phrase.Count(repair.State.Events.Length, "event")}"
            + (repair.State.UserTexts.LastOrDefault() is { } last ? $"; the user last said “{last}”" : "")
            + (calls.Length == 0 ? "; no tool was called yet." : $"; called so far: {string.Join(", ", calls)}.");
    }
}
