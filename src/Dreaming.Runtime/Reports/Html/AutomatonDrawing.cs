using System.Globalization;
using Dreaming.Contracts;

namespace Dreaming.Reports.Html;

/// <summary>
/// Draws an automaton in one row: steps onward bend above it, steps back below it. The numbers beside an arrow are those of the rows that say when it is taken; an arrow that no rollout took is
/// dashed.
/// </summary>
internal static class AutomatonDrawing
{
    private const double Gap = 96;
    private const double Radius = 15;
    private const double Rise = 30;

    /// <param name="html">Where to.</param>
    /// <param name="constraint">The constraint; the rows count from 1.</param>
    public static void Write(HtmlWriter html, ConstraintCoverage constraint)
    {
        var verdicts = new SortedDictionary<int, RvVerdict>();
        foreach (var row in constraint.Transitions)
            (verdicts[row.From], verdicts[row.To]) = (row.Before, row.After);
        var places = verdicts.Keys.Index().ToDictionary(s => s.Item, s => s.Index);
        Edge[] edges =
        [
            .. constraint.Transitions.Index()
                .GroupBy(t => (From: places[t.Item.From], To: places[t.Item.To]))
                .Select(g => new Edge(g.Key.From, g.Key.To, string.Join(", ", g.Select(t => t.Index + 1)), g.Any(t => t.Item.Exercised > 0))),
        ];
        var above = Height(edges.Where(e => e.To >= e.From));
        var (width, height) = ((verdicts.Count * Gap) + 8, above + Height(edges.Where(e => e.To < e.From)) + (2 * Radius) + 8);
        var middle = above + Radius + 4;
        using var svg = html.Element(
            "svg", ("class", "automaton"), ("viewBox", $"0 0 {Number(width)} {Number(height)}"), ("width", Number(width)), ("height", Number(height)), ("role", "img"),
            ("aria-label", $"Automaton of {constraint.Constraint}: {verdicts.Count} states, {edges.Length} arrows. The table says the same."));
        Arrow(html, "step", $"M 4 {Number(middle)} H {Number(X(0) - Radius - 3)}", X(0) - Radius - 3, middle, 0);
        foreach (var edge in edges)
            Draw(html, edge, middle);
        foreach (var (state, verdict) in verdicts)
            State(html, places[state], state, verdict, middle);
    }

    private static void State(HtmlWriter html, int place, int state, RvVerdict verdict, double y)
    {
        var kind = verdict switch
        {
            RvVerdict.PermanentlyViolated => "bad",
            RvVerdict.TemporarilyViolated => "doubt",
            RvVerdict.TemporarilySatisfied => "plain",
            _ => "good",
        };
        using var group = html.Element("g", ("class", "state " + kind));
        html.Leaf("title", $"state {state}: {AutomatonDiagram.Words(verdict)}");
        html.Void("circle", ("cx", Number(X(place))), ("cy", Number(y)), ("r", Number(Radius)));
        if (verdict is RvVerdict.TemporarilySatisfied or RvVerdict.PermanentlySatisfied)
            html.Void("circle", ("cx", Number(X(place))), ("cy", Number(y)), ("r", Number(Radius - 3)));
        html.Leaf("text", state.ToString(CultureInfo.InvariantCulture), ("x", Number(X(place))), ("y", Number(y + 4)), ("text-anchor", "middle"));
    }

    private static void Draw(HtmlWriter html, Edge edge, double y)
    {
        var kind = edge.Taken ? "step" : "step never";
        var (from, to) = (X(edge.From), X(edge.To));
        if (edge.From == edge.To)
        {
            var top = y - Radius - 24;
            Arrow(html, kind, $"M {Number(from - 8)} {Number(y - Radius + 2)} C {Number(from - 20)} {Number(top)} {Number(from + 20)} {Number(top)} {Number(from + 8)} {Number(y - Radius + 2)}", from + 8, y - Radius + 2, 90);
            Label(html, edge, from, top + 4);
            return;
        }

        var (side, span) = edge.To > edge.From ? (-1, edge.To - edge.From) : (1, edge.From - edge.To);
        if (side < 0 && span == 1)
        {
            Arrow(html, kind, $"M {Number(from + Radius)} {Number(y)} H {Number(to - Radius - 3)}", to - Radius - 3, y, 0);
            Label(html, edge, (from + to) / 2, y - 5);
            return;
        }

        var peak = y + (side * (Radius + (Rise * span)));
        var (startX, endX) = (from - (side * 6), to + (side * 6));
        Arrow(html, kind, $"M {Number(startX)} {Number(y + (side * (Radius - 1)))} C {Number(startX)} {Number(peak)} {Number(endX)} {Number(peak)} {Number(endX)} {Number(y + (side * Radius))}", endX, y + (side * Radius), side < 0 ? 90 : -90);
        Label(html, edge, (from + to) / 2, y + (side * (Radius + (Rise * span * 0.75))) + (side < 0 ? -4 : 12));
    }

    private static void Arrow(HtmlWriter html, string kind, string path, double x, double y, double degrees)
    {
        html.Void("path", ("class", kind), ("d", path), ("fill", "none"));
        html.Void("path", ("class", kind + " head"), ("d", "M 0 0 L -7 -3.5 L -7 3.5 Z"), ("transform", $"translate({Number(x)} {Number(y)}) rotate({Number(degrees)})"));
    }

    private static void Label(HtmlWriter html, Edge edge, double x, double y) =>
        html.Leaf("text", edge.Rows, ("x", Number(x)), ("y", Number(y)), ("text-anchor", "middle"));

    private static double Height(IEnumerable<Edge> edges) => edges
        .Select(e => e.From == e.To ? 30 : Math.Abs(e.To - e.From) == 1 && e.To > e.From ? 12 : (Rise * Math.Abs(e.To - e.From) * 0.75) + 16)
        .DefaultIfEmpty(0).Max();

    private static double X(int place) => 40 + (place * Gap);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private readonly record struct Edge(int From, int To, string Rows, bool Taken);
}
