using System.Globalization;
using Dreaming.Gates;

namespace Dreaming.Reports.Html;

/// <summary>Estimates with their intervals, drawn on one line. Before is hollow, after is filled; the words say the same.</summary>
internal static class IntervalBar
{
    private const double Width = 220;
    private const double Inset = 8;

    /// <summary>Two pass rates on an axis from 0 to 100 %.</summary>
    public static void Rates(HtmlWriter html, Interval? before, Interval? after, bool large = false)
    {
        var label = $"Before {Words.Rate(before)}" + (after is null ? "" : $", after {Words.Rate(after)}");
        using var svg = html.Element("svg", ("class", large ? "bar large" : "bar"), ("viewBox", large ? "0 0 220 42" : "0 0 220 32"), ("role", "img"), ("aria-label", label));
        foreach (var share in (double[])[0, 0.25, 0.5, 0.75, 1])
            Line(html, share is 0 or 1 ? "axis" : "tick", X(share), 2, X(share), 30);
        if (before is not null)
            Estimate(html, "before", X(before.Low), X(before.Estimate), X(before.High), after is null ? 16 : 10);
        if (after is not null)
            Estimate(html, "after", X(after.Low), X(after.Estimate), X(after.High), before is null ? 16 : 22);

        if (large)
            foreach (var (share, anchor) in ((double, string)[])[(0, "start"), (0.5, "middle"), (1, "end")])
                html.Leaf("text", Phrase.Percent(share), ("x", Coordinate(X(share))), ("y", "40"), ("text-anchor", anchor));

        static double X(double share) => Inset + share * (Width - 2 * Inset);
    }

    /// <summary>A difference of pass rates around zero, with the margin it must stay above.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="difference">The difference.</param>
    /// <param name="margin">The margin; null for none.</param>
    /// <param name="reach">The greatest difference that the axis shows.</param>
    public static void Difference(HtmlWriter html, Interval difference, double? margin, double reach)
    {
        var label = $"{Phrase.Points(difference.Estimate)} points, from {Phrase.Points(difference.Low)} to {Phrase.Points(difference.High)}" + (margin is { } m ? $", margin {Phrase.Points(-m)}" : "");
        using var svg = html.Element("svg", ("class", "bar"), ("viewBox", "0 0 220 24"), ("role", "img"), ("aria-label", label));
        Line(html, "axis", X(0), 2, X(0), 22);
        if (margin is { } limit)
            Line(html, "margin", X(-limit), 2, X(-limit), 22);
        Estimate(html, "after", X(difference.Low), X(difference.Estimate), X(difference.High), 12);

        double X(double value) => Width / 2 + Math.Clamp(value / reach, -1, 1) * (Width / 2 - Inset);
    }

    private static void Estimate(HtmlWriter html, string kind, double low, double estimate, double high, double y)
    {
        Line(html, kind, low, y, high, y);
        Line(html, kind, low, y - 3, low, y + 3);
        Line(html, kind, high, y - 3, high, y + 3);
        html.Void("circle", ("class", kind), ("cx", Coordinate(estimate)), ("cy", Coordinate(y)), ("r", "4"));
    }

    private static void Line(HtmlWriter html, string kind, double x1, double y1, double x2, double y2) =>
        html.Void("line", ("class", kind), ("x1", Coordinate(x1)), ("y1", Coordinate(y1)), ("x2", Coordinate(x2)), ("y2", Coordinate(y2)));

    private static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
