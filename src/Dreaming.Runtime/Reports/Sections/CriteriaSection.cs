using System.Globalization;
using Dreaming.Gates;
using Dreaming.Reports.Html;

namespace Dreaming.Reports.Sections;

/// <summary>Criteria before and after, under QUEST's headings.</summary>
internal static class CriteriaSection
{
    public static void Write(HtmlWriter html, NightReport report)
    {
        if (report.Criteria.IsEmpty)
        {
            html.Leaf("p", "The domain declares no criterion.");
            return;
        }

        Table.Write(html, "How often each criterion was met, of the rollouts to which it applied", ["Criterion", "#Points", "#Before", "#After", "Change", "#Not judged"], () =>
        {
            foreach (var heading in report.Criteria.GroupBy(c => c.Heading).OrderBy(h => h.Key))
                using (html.Element("tbody"))
                {
                    using (html.Element("tr", ("class", "group")))
                        html.Leaf("th", Words.Of(heading.Key), ("scope", "rowgroup"), ("colspan", "6"));
                    foreach (var row in heading)
                        WriteRow(html, row, report.After is not null);
                }
        });
        html.Leaf("p", "A criterion with negative points describes something undesirable: the less often it is met, the better. Rollouts without a verdict are counted apart, never as a zero.", ("class", "note"));
    }

    private static void WriteRow(HtmlWriter html, CriterionRow row, bool measuredAfter)
    {
        using var tr = html.Element("tr");
        using (html.Element("th", ("scope", "row"), ("class", "criterion")))
            html.Leaf("span", row.Text).Text(" ").Leaf("code", row.Id);
        Table.Number(html, row.Points.ToString("+0;-0", CultureInfo.InvariantCulture));
        Table.Number(html, Share(row.MetBefore, row.AppliedBefore));
        Table.Number(html, measuredAfter ? Share(row.MetAfter, row.AppliedAfter) : "–");
        html.Leaf("td", measuredAfter ? Change(row) : "–");
        Table.Number(html, Words.Number(row.Unscored));
    }

    private static string Share(int met, int applied) => applied == 0 ? "never applied" : $"{Phrase.Percent((double)met / applied)} ({Words.Number(met)} of {Words.Number(applied)})";

    private static string Change(CriterionRow row)
    {
        if (row.AppliedBefore == 0 || row.AppliedAfter == 0)
            return "–";
        var change = (double)row.MetAfter / row.AppliedAfter - (double)row.MetBefore / row.AppliedBefore;
        return Math.Abs(change) < 5e-4 ? "= same" : change > 0 == row.Points > 0 ? $"▲ better ({Phrase.Points(change)})" : $"▼ worse ({Phrase.Points(change)})";
    }
}
