using Dreaming.Gates;
using Dreaming.Reports.Html;

namespace Dreaming.Reports.Sections;

/// <summary>The episodes that were not taken, each with its place and reason.</summary>
internal static class QuarantineSection
{
    private const int ShortList = 20;

    public static void Write(HtmlWriter html, NightReport report)
    {
        if (report.Quarantined.IsEmpty)
        {
            html.Leaf("p", "None.");
            return;
        }

        using var details = html.Element("details", ("open", report.Quarantined.Length <= ShortList ? "open" : null));
        html.Leaf("summary", $"{Phrase.Count(report.Quarantined.Length, "episode")} not taken");
        Table.Write(html, "Episodes that were not taken", ["Place", "Reason"], () =>
        {
            using var body = html.Element("tbody");
            foreach (var record in report.Quarantined)
                using (html.Element("tr"))
                {
                    using (html.Element("th", ("scope", "row")))
                        html.Leaf("code", record.Place.ToString());
                    html.Leaf("td", record.Reason, ("dir", "auto"));
                }
        });
    }
}
