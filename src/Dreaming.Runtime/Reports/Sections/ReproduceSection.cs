using System.Globalization;
using Dreaming.Reports.Html;

namespace Dreaming.Reports.Sections;

/// <summary>What decides the night, and how to have it again.</summary>
internal static class ReproduceSection
{
    public static void Write(HtmlWriter html, NightReport report)
    {
        html.Leaf("p", "The same episodes, options and seed are the same night: the digest below comes out again, on any machine and at any concurrency. DOMAIN is the domain's folder.");
        using (html.Element("pre", ("class", "commands")))
        {
            html.Text(string.Create(CultureInfo.InvariantCulture, $"dreaming sleep DOMAIN --seed {report.Seed}\n"));
            html.Text($"dreaming report DOMAIN {report.NightId}\n");
            if (report.Overlay is { } overlay)
                html.Text($"dreaming promote DOMAIN {overlay.Id}\n");
            html.Text("dreaming rollback DOMAIN");
        }

        using (html.Element("dl", ("class", "identity")))
        {
            Entry(html, "Domain", report.Domain);
            Entry(html, "Night", report.NightId);
            Entry(html, "Seed", report.Seed.ToString(CultureInfo.InvariantCulture));
            Entry(html, "Contracts", report.ContractHash);
            Entry(html, "Agent", report.Agent);
            Entry(html, "Overlay worn before", report.Parent ?? "none");
            Entry(html, "Candidate", report.Overlay is { } candidate ? $"{candidate.Id}, under contracts {candidate.ContractHash}" : "none");
            Entry(html, "Digest", report.Digest);
        }

        if (report.Timings.Count > 0)
            html.Leaf("p", "Seconds by stage, the only part that differs from run to run: " + string.Join(", ", report.Timings.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key} {t.Value:0.0}"))) + ".", ("class", "note"));
    }

    private static void Entry(HtmlWriter html, string name, string value)
    {
        using var entry = html.Element("div");
        html.Leaf("dt", name);
        using (html.Element("dd"))
            html.Leaf("code", value);
    }
}
