using Dreaming.Contracts;
using Dreaming.Reports.Html;
using Dreaming.Reports.Sections;

namespace Dreaming.Reports;

/// <summary>The report for people: one file that loads nothing, runs nothing, and reads the same on a desk, on a phone and on paper.</summary>
public static class HtmlReport
{
    /// <summary>Renders a report. Every word of users, agents and tools is encoded, and characters that hide or reorder text are shown by their numbers.</summary>
    /// <param name="report">The report. Failures and repairs are shown where it has them.</param>
    /// <param name="domain">The domain: titles of scenarios and texts of criteria.</param>
    /// <returns>HTML that is also well-formed XML. The same report gives the same text.</returns>
    public static string Render(NightReport report, DomainManifest domain)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(domain);
        (string Id, string Title, Action<HtmlWriter> Write)[] sections =
        [
            ("gate", "The gate", html => GateSection.Write(html, report)),
            ("strata", "Before and after", html => StrataSection.Write(html, report)),
            ("coverage", "What was dreamed, and what never was", html => CoverageSection.Write(html, report)),
            .. PolicySections(report),
            ("criteria", "Criteria", html => CriteriaSection.Write(html, report)),
            ("repairs", "What was learnt", html => RepairsSection.Write(html, report)),
            ("failures", "Failed rollouts", html => FailuresSection.Write(html, report, domain)),
            ("quarantine", "Episodes not taken", html => QuarantineSection.Write(html, report)),
            ("not-done", "What was not done", html => NotDoneSection.Write(html, report)),
            ("reproduce", "How to reproduce this night", html => ReproduceSection.Write(html, report)),
        ];

        var html = new HtmlWriter();
        using (html.Element("html", ("lang", "en")))
        {
            WriteHead(html, report);
            using (html.Element("body"))
            {
                html.Leaf("a", "Skip to the report", ("class", "skip"), ("href", "#report"));
                using (html.Element("nav", ("aria-label", "Sections")))
                using (html.Element("ul"))
                    foreach (var (id, title, _) in sections)
                        using (html.Element("li"))
                            html.Leaf("a", title, ("href", "#" + id));
                html.Line();
                using (html.Element("main", ("id", "report")))
                {
                    HeadlineSection.Write(html, report, domain);
                    foreach (var (id, title, write) in sections)
                    {
                        html.Line();
                        using (html.Element("section", ("id", id), ("aria-labelledby", id + "-title")))
                        {
                            html.Leaf("h2", title, ("id", id + "-title"));
                            write(html);
                        }
                    }
                }
            }
        }

        html.Line();
        return html.ToString();
    }

    private static (string Id, string Title, Action<HtmlWriter> Write)[] PolicySections(NightReport report) =>
        report.Policy is { } policy ? [("policy-coverage", "Policy coverage", html => PolicySection.Write(html, policy))] : [];

    private static void WriteHead(HtmlWriter html, NightReport report)
    {
        using (html.Element("head"))
        {
            html.Void("meta", ("charset", "utf-8"));
            html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"));
            html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
            html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
            html.Title($"Night {report.NightId} · {report.Domain} · Dreaming");
            html.StyleSheet(ReportStyle.Css);
        }

        html.Line();
    }
}
