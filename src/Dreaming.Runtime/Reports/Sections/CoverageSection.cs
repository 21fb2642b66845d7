using System.Globalization;
using Dreaming.Gates;
using Dreaming.Reports.Html;

namespace Dreaming.Reports.Sections;

/// <summary>What was dreamed and what never was: tools by family, and tools by fault.</summary>
internal static class CoverageSection
{
    public static void Write(HtmlWriter html, NightReport report)
    {
        if (report.Dreams.ByFamily.Count > 0)
            html.Leaf("p", "Dreams by family: " + string.Join(", ", report.Dreams.ByFamily.Select(f => $"{Words.Spaced(f.Key).ToLowerInvariant()} {Words.Number(f.Value)}")) + ".");
        if (report.Dreams.Rejected.Count > 0)
            html.Leaf("p", "Candidates turned down before any agent ran: " + string.Join(", ", report.Dreams.Rejected.Select(r => $"{r.Key} {Words.Number(r.Value)}")) + ".");
        if (report.Coverage.IsEmpty)
        {
            html.Leaf("p", "There is no coverage to show.");
            return;
        }

        var never = report.Coverage.Count(c => c.Exercised == 0);
        html.Leaf("p", never == 0
            ? $"All {Words.Number(report.Coverage.Length)} combinations of family, tool and fault were exercised."
            : $"{Words.Number(never)} of {Phrase.Count(report.Coverage.Length, "combination")} of family, tool and fault {(never == 1 ? "was" : "were")} never exercised; each is marked in words.");

        Matrix(html, "Tools called, by family of dream (rollouts in which the tool was called)", [.. report.Coverage.Where(c => c.Fault is null)], c => Words.Of(c.Family));
        foreach (var family in report.Coverage.Where(c => c.Fault is not null).GroupBy(c => c.Family))
            Matrix(html, $"{Words.Of(family.Key)}: faults that struck, by tool (rollouts)", [.. family], c => Words.Of(c.Fault!.Value));
    }

    private static void Matrix(HtmlWriter html, string caption, CoverageCell[] cells, Func<CoverageCell, string> column)
    {
        if (cells.Length == 0)
            return;
        var columns = cells.OrderBy(c => c.Family).ThenBy(c => c.Fault).Select(column).Distinct(StringComparer.Ordinal).ToArray();
        Table.Write(html, caption, ["Tool", .. columns], () =>
        {
            using var body = html.Element("tbody");
            foreach (var tool in cells.GroupBy(c => c.Tool, StringComparer.Ordinal))
                using (html.Element("tr"))
                {
                    Table.Name(html, tool.Key);
                    foreach (var name in columns)
                        Cell(html, tool.FirstOrDefault(c => column(c) == name));
                }
        });
    }

    private static void Cell(HtmlWriter html, CoverageCell? cell)
    {
        switch (cell)
        {
            case null:
                html.Leaf("td", "not declared", ("class", "cell undeclared"));
                break;
            case { Dreamed: 0, Exercised: 0 }:
                html.Leaf("td", "never dreamed", ("class", "cell never"));
                break;
            case { Exercised: 0 }:
                html.Leaf("td", string.Create(CultureInfo.InvariantCulture, $"dreamed {cell.Dreamed}, never exercised"), ("class", "cell never"));
                break;
            default:
                html.Leaf("td", $"{Words.Number(cell.Exercised)} of {Words.Number(cell.Dreamed)}", ("class", "cell"));
                break;
        }
    }
}
