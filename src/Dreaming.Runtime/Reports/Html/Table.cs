namespace Dreaming.Reports.Html;

/// <summary>Tables that scroll by themselves on a narrow screen, by finger and by keyboard.</summary>
internal static class Table
{
    /// <summary>Writes a table.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">The headings; those that begin with <c>#</c> stand over numbers.</param>
    /// <param name="rows">Writes the rows.</param>
    public static void Write(HtmlWriter html, string caption, IEnumerable<string> columns, Action rows)
    {
        using var scroll = html.Element("div", ("class", "scroll"), ("role", "region"), ("aria-label", caption), ("tabindex", "0"));
        using var table = html.Element("table");
        using (html.Element("caption"))
            html.Leaf("span", caption);
        using (html.Element("thead"))
        using (html.Element("tr"))
            foreach (var column in columns)
                html.Leaf("th", column.TrimStart('#'), ("scope", "col"), ("class", column.StartsWith('#') ? "number" : null));
        rows();
        html.Line();
    }

    /// <summary>A cell with a number.</summary>
    public static void Number(HtmlWriter html, string text) => html.Leaf("td", text, ("class", "number"));

    /// <summary>The cell that names its row.</summary>
    public static void Name(HtmlWriter html, string text) => html.Leaf("th", text, ("scope", "row"));
}
