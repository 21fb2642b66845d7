using System.Globalization;
using Dreaming.Contracts;

namespace Dreaming.Reports.Html;

/// <summary>Draws an automaton in one row: steps onward bend above it, steps back below it. A step that no rollout took is dashed; the words beside it say what its letters stand for.</summary>
internal static class AutomatonDrawing
{
    private const double Gap = 96;
    private const double Radius = 15;
    private const double Rise = 30;

    /// <param name="html">Where to.</param>
    /// <param name="diagram">The automaton.</param>
    /// <param name="exercised">Whether a rollout took a step; null when that is not known.</param>
    public static void Write(HtmlWriter html, AutomatonDiagram diagram, Func<AutomatonEdge, bool>? exercised = null)
    {
        var states = diagram.Constraint.Automaton.States;
        var edges = diagram.Edges.Where(e => e.From != e.To || !e.Letters.Contains(0)).ToArray();
        var above = Top(edges.Where(e => e.To >= e.From));
        var below = Top(edges.Where(e => e.To < e.From));
        var (width, height) = ((states * Gap) + 24, above + below + (2 * Radius) + 8);
        var middle = above + Radius + 4;
        using var svg = html.Element(
            "svg", ("class", "automaton"), ("viewBox", $"0 0 {Number(width)} {Number(height)}"), ("width", Number(width)), ("role", "img"),
            ("aria-label", $"Automaton of {diagram.Constraint.Id}: {states} states, {edges.Length} steps."));
        Arrow(html, "step", $"M 4 {Number(middle)} H {Number(X(0) - Radius - 3)}", X(0) - Radius - 3, middle, 0);
        foreach (var edge in edges)
            Edge(html, edge, middle, exercised is null || exercised(edge) ? "step" : "step never");
        for (var state = 0; state < states; state++)
            State(html, state, diagram.Constraint.Automaton.Verdicts[state], middle);
    }

    private static void State(HtmlWriter html, int state, RvVerdict verdict, double y)
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
        html.Void("circle", ("cx", Number(X(state))), ("cy", Number(y)), ("r", Number(Radius)));
        if (verdict is RvVerdict.TemporarilySatisfied or RvVerdict.PermanentlySatisfied)
            html.Void("circle", ("cx", Number(X(state))), ("cy", Number(y)), ("r", Number(Radius - 3)));
        html.Leaf("text", state.ToString(CultureInfo.InvariantCulture), ("x", Number(X(state))), ("y", Number(y + 4)), ("text-anchor", "middle"));
    }

    private static void Edge(HtmlWriter html, AutomatonEdge edge, double y, string kind)
    {
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

    private static void Label(HtmlWriter html, AutomatonEdge edge, double x, double y)
    {
        using var text = html.Element("text", ("x", Number(x)), ("y", Number(y)), ("text-anchor", "middle"));
        html.Leaf("title", edge.Label);
        html.Text(edge.Letters.Contains(0) ? "else" : edge.Sign);
    }

    private static double Top(IEnumerable<AutomatonEdge> edges) => edges
        .Select(e => e.From == e.To ? 30 : Math.Abs(e.To - e.From) == 1 && e.To > e.From ? 12 : (Rise * Math.Abs(e.To - e.From) * 0.75) + 16)
        .DefaultIfEmpty(0).Max();

    private static double X(int state) => 40 + (state * Gap);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
