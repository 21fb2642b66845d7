using System.Globalization;
using Dreaming.Gates;
using Dreaming.Reports.Html;

namespace Dreaming.Reports.Sections;

/// <summary>Before and after: by stratum, and term by term of the score.</summary>
internal static class StrataSection
{
    private static readonly string[] Terms = ["taskSuccess", "constraintCompliance", "toolCorrectness", "helpfulness", "riskPenalty"];

    public static void Write(HtmlWriter html, NightReport report)
    {
        if (report.Strata.IsEmpty)
        {
            html.Leaf("p", "No rollout was measured.");
            return;
        }

        Table.Write(html, "Pass rates by stratum, with 95 % intervals", ["Stratum", "#Judged", "#Before", "#After", "From 0 to 100 %", "#With a breach", "#Mean score R"], () =>
        {
            foreach (var group in report.Strata.GroupBy(s => s.Group, StringComparer.Ordinal))
                using (html.Element("tbody"))
                {
                    using (html.Element("tr", ("class", "group")))
                        html.Leaf("th", group.Key switch { "dreams" => "Dreams", "held-out" => "Held-out episodes", "safety" => "Safety suite", _ => group.Key }, ("scope", "rowgroup"), ("colspan", "7"));
                    foreach (var row in group)
                        WriteRow(html, row);
                }
        });
        html.Leaf("p", "Hollow: before. Filled: after. Wilson's intervals; overlapping ones do not show that nothing changed.", ("class", "note"));
        WriteTerms(html, report);
    }

    private static void WriteRow(HtmlWriter html, StratumRow row)
    {
        using var tr = html.Element("tr");
        Table.Name(html, Words.Stratum(row.Stratum));
        Table.Number(html, Pair(Words.Number(row.Before.Judged), row.After is { } j && j.Judged != row.Before.Judged ? Words.Number(j.Judged) : null));
        Table.Number(html, Words.Rate(row.Before.Rate));
        Table.Number(html, row.After is { } after ? Words.Rate(after.Rate) : "–");
        using (html.Element("td"))
            IntervalBar.Rates(html, row.Before.Rate, row.After?.Rate);
        Table.Number(html, Pair(Words.Number(row.Before.Breaches), row.After is { } b ? Words.Number(b.Breaches) : null));
        Table.Number(html, Pair(Words.Number(row.Before.Reward), row.After is { } r ? Words.Number(r.Reward) : null));
    }

    private static void WriteTerms(HtmlWriter html, NightReport report)
    {
        var terms = report.Before.Terms.Keys.Union(report.After?.Terms.Keys ?? [], StringComparer.Ordinal).OrderBy(Place).ThenBy(t => t, StringComparer.Ordinal).ToArray();
        if (terms.Length == 0)
            return;
        Table.Write(html, "The score, term by term (means over judged rollouts)", ["Term", "#Before", "#After", "#Change"], () =>
        {
            using var body = html.Element("tbody");
            foreach (var term in terms)
                WriteTerm(html, Words.Spaced(term), Of(report.Before, term), report.After is null ? null : Of(report.After, term));
            WriteTerm(html, "R, the sum", report.Before.Reward, report.After?.Reward);
        });
        html.Leaf("p", "R = task success + constraint compliance + tool correctness + helpfulness − risk penalty. The risk penalty is better when lower. A term that could not be judged is left out, never counted as zero.", ("class", "note"));

        static int Place(string term) => Array.IndexOf(Terms, term) is var i and >= 0 ? i : int.MaxValue;

        static double? Of(Tally tally, string term) => tally.Terms.TryGetValue(term, out var mean) ? mean : null;
    }

    private static void WriteTerm(HtmlWriter html, string name, double? before, double? after)
    {
        using var row = html.Element("tr");
        Table.Name(html, name);
        Table.Number(html, Words.Number(before));
        Table.Number(html, Words.Number(after));
        Table.Number(html, after - before is { } change ? Math.Round(change, 2) is var rounded && rounded == 0 ? "0.00" : rounded.ToString("+0.00;-0.00", CultureInfo.InvariantCulture) : "–");
    }

    private static string Pair(string before, string? after) => after is null ? before : $"{before} → {after}";
}
