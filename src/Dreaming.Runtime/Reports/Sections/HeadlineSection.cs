using Dreaming.Contracts;
using Dreaming.Gates;
using Dreaming.Reports.Html;

namespace Dreaming.Reports.Sections;

/// <summary>The night in one sentence, one comparison and a dozen counts.</summary>
internal static class HeadlineSection
{
    public static void Write(HtmlWriter html, NightReport report, DomainManifest domain)
    {
        using var header = html.Element("header");
        html.Leaf("p", $"Night report · {report.Domain}" + (domain.Task == MedHelm.None ? "" : $" · {Words.Of(domain.Task)}"), ("class", "eyebrow"));
        html.Leaf("h1", Sentence(report));
        using (html.Element("p", ("class", "lead")))
        {
            if (report.Gate is { } gate)
                html.Leaf("strong", Words.Verdict(gate.Decision), ("class", "badge " + Words.VerdictClass(gate.Decision))).Text(" ");
            html.Text($"{report.Agent} slept on {Phrase.Count(report.Dreams.Total, "dream")}"
                + (report.Parent is null ? "." : $", wearing overlay {report.Parent}.")
                + (report.Overlay is { } overlay ? $" The candidate is overlay {overlay.Id}, learnt from {Phrase.Count(overlay.EpisodeLessons, "lesson")} of real episodes and {overlay.DreamLessons} of dreams." : ""));
        }

        WriteRates(html, report);
        WriteCounts(html, report);
    }

    private static string Sentence(NightReport report) => report switch
    {
        { Gate.Decision: GateVerdict.Pass } => "The overlay may be worn.",
        { Gate.Decision: GateVerdict.Fail } => "The overlay was turned down.",
        { Gate.Decision: GateVerdict.Inconclusive } => "There is not enough evidence to let the overlay through.",
        { Overlay: not null } => "An overlay was learnt; no gate has judged it.",
        { Rollouts.Total: 0 } => "Nothing was dreamed this night.",
        _ => "Nothing new was learnt this night.",
    };

    private static void WriteRates(HtmlWriter html, NightReport report)
    {
        using var figure = html.Element("div", ("class", "rates"));
        using (html.Element("div", ("class", "from-to")))
        {
            Rate(html, "Before", report.Before);
            if (report.After is not null)
            {
                html.Leaf("span", "→", ("class", "arrow"), ("aria-hidden", "true"));
                Rate(html, "After", report.After);
            }
        }

        using (html.Element("div", ("class", "axis-note")))
        {
            IntervalBar.Rates(html, report.Before.Rate, report.After?.Rate, large: true);
            html.Leaf("p", report.After is null ? "Pass rate from 0 to 100 %, with its 95 % interval." : "Pass rate from 0 to 100 %, with its 95 % interval. Hollow: before. Filled: after.", ("class", "note"));
        }
    }

    private static void Rate(HtmlWriter html, string name, Tally tally)
    {
        using var rate = html.Element("p", ("class", "rate"));
        html.Leaf("span", name, ("class", "who"));
        html.Leaf("strong", tally.Rate is { } r ? Phrase.Percent(r.Estimate) : "not judged");
        html.Leaf("span", $"{Words.Number(tally.Passed)} of {Words.Number(tally.Judged)} passed", ("class", "note"));
    }

    private static void WriteCounts(HtmlWriter html, NightReport report)
    {
        var (episodes, rollouts, repairs) = (report.Episodes, report.Rollouts, report.Repairs);
        using var counts = html.Element("dl", ("class", "counts"));
        Count(html, "Episodes kept", episodes.Kept, $"of {Words.Number(episodes.Read)} read; {Words.Number(episodes.Duplicates)} duplicates, {Words.Number(episodes.Quarantined)} quarantined");
        Count(html, "Held out", episodes.HeldOut, $"only to gate; {Words.Number(episodes.Train)} may enter dreams, {Words.Number(episodes.Grounded)} fit a scenario");
        Count(html, "Dreams", report.Dreams.Total, $"{Words.Number(report.Dreams.Distinct)} distinct; {Words.Number(report.Dreams.Rejected.Values.Sum())} candidates turned down");
        Count(html, "Rollouts", rollouts.Total, string.Join(", ", rollouts.ByStage.Select(s => $"{Words.Number(s.Value)} {s.Key}")));
        Count(html, "Failed by the agent", rollouts.Failed, $"{Words.Number(rollouts.Unscored)} not judged" + (rollouts.ByOwner.Count == 0 ? "" : "; owners: " + string.Join(", ", rollouts.ByOwner.Select(o => $"{o.Key} {Words.Number(o.Value)}"))));
        Count(html, "Rollouts with a breach", report.Before.Breaches, report.After is { } after ? $"before; {Words.Number(after.Breaches)} after" : "before");
        Count(html, "Repairs kept", repairs.Kept, $"{Words.Number(repairs.Found)} passed of {Words.Number(repairs.Tried)} tried");
    }

    private static void Count(HtmlWriter html, string name, int count, string note)
    {
        using (html.Element("div"))
        {
            html.Leaf("dt", name);
            html.Leaf("dd", Words.Number(count), ("class", "figure"));
            html.Leaf("dd", note, ("class", "note"));
        }
    }
}
