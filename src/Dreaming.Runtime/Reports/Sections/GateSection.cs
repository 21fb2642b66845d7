using Dreaming.Gates;
using Dreaming.Reports.Html;

namespace Dreaming.Reports.Sections;

/// <summary>The gate's reasons, and its evidence stratum by stratum.</summary>
internal static class GateSection
{
    public static void Write(HtmlWriter html, NightReport report)
    {
        if (report.Gate is not { } gate)
        {
            html.Leaf("p", report.Overlay is null ? "There was no candidate to judge." : "No gate was asked for.");
            return;
        }

        using (html.Element("ul", ("class", "reasons " + Words.VerdictClass(gate.Decision))))
            foreach (var reason in gate.Reasons)
                html.Leaf("li", reason);

        var compared = gate.Strata.Where(s => s.Suite != "contract").ToArray();
        if (compared.Length > 0)
            WriteCompared(html, compared);
        var contracts = gate.Strata.Where(s => s.Suite == "contract").ToArray();
        if (contracts.Length > 0)
            WriteContracts(html, contracts);
    }

    private static void WriteCompared(HtmlWriter html, GateStratum[] strata)
    {
        var reach = Math.Max(0.05, strata.Max(s => s.Difference is { } d ? Math.Max(Math.Abs(d.Low), Math.Abs(d.High)) : 0));
        Table.Write(html, "Tasks before and after, by suite and stratum", ["Stratum", "Finding", "#Tasks", "#Not judged", "#Passed", "#Better", "#Worse", "#Difference in points", "The same, drawn"], () =>
        {
            foreach (var suite in strata.GroupBy(s => s.Suite, StringComparer.Ordinal))
                using (html.Element("tbody"))
                {
                    using (html.Element("tr", ("class", "group")))
                        html.Leaf("th", suite.Key == "held-out" ? "Held-out episodes" : suite.Key == "safety" ? "Safety suite" : suite.Key, ("scope", "rowgroup"), ("colspan", "9"));
                    foreach (var stratum in suite)
                        WriteStratum(html, stratum, reach);
                }
        });
        html.Leaf("p", "Differences are after minus before with Tango's score interval; runs of one task count as one. The dashed line is the margin that the lower bound has to stay above; strata without one are only watched for regressions.", ("class", "note"));
    }

    private static void WriteStratum(HtmlWriter html, GateStratum stratum, double reach)
    {
        using var row = html.Element("tr");
        Table.Name(html, Words.Stratum(stratum.Stratum));
        WriteVerdict(html, stratum.Verdict);
        Table.Number(html, Words.Number(stratum.Cases));
        Table.Number(html, Words.Number(stratum.Unscored));
        Table.Number(html, $"{Words.Number(stratum.PassedBefore)} → {Words.Number(stratum.PassedAfter)}");
        Table.Number(html, Words.Number(stratum.Improved));
        Table.Number(html, Words.Number(stratum.Regressed));
        Table.Number(html, stratum.Difference is { } d ? $"{Phrase.Points(d.Estimate)} ({Phrase.Points(d.Low)} to {Phrase.Points(d.High)})" : "–");
        using (html.Element("td"))
            if (stratum.Difference is { } difference)
                IntervalBar.Difference(html, difference, stratum.Margin, reach);
    }

    private static void WriteContracts(HtmlWriter html, GateStratum[] strata) =>
        Table.Write(html, "Tool-contract tests", ["Tool", "#Tests", "#Held", "Finding"], () =>
        {
            using var body = html.Element("tbody");
            foreach (var stratum in strata)
                using (html.Element("tr"))
                {
                    Table.Name(html, stratum.Stratum);
                    Table.Number(html, Words.Number(stratum.Cases));
                    Table.Number(html, Words.Number(stratum.PassedAfter));
                    WriteVerdict(html, stratum.Verdict);
                }
        });

    private static void WriteVerdict(HtmlWriter html, GateVerdict verdict)
    {
        using var cell = html.Element("td");
        html.Leaf("span", Words.Verdict(verdict), ("class", "verdict " + Words.VerdictClass(verdict)));
    }
}
