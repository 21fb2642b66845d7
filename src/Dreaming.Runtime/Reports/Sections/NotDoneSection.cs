using Dreaming.Reports.Html;

namespace Dreaming.Reports.Sections;

/// <summary>What was not done.</summary>
internal static class NotDoneSection
{
    public static void Write(HtmlWriter html, NightReport report)
    {
        if (report.NotDone.IsEmpty)
        {
            html.Leaf("p", "Everything that was asked for was done.");
            return;
        }

        using var list = html.Element("ul", ("class", "reasons doubt"));
        foreach (var sentence in report.NotDone)
            html.Leaf("li", sentence);
    }
}
