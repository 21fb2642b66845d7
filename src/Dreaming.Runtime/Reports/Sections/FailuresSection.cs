using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Gates;
using Dreaming.Reports.Html;

namespace Dreaming.Reports.Sections;

/// <summary>Every failed or unjudged rollout as a transcript, by stage and scenario.</summary>
internal static class FailuresSection
{
    private const int ShortList = 12;

    public static void Write(HtmlWriter html, NightReport report, DomainManifest domain)
    {
        if (report.Failures.IsEmpty)
        {
            var missing = report.Rollouts.Failed + report.Rollouts.Unscored;
            html.Leaf("p", missing == 0 ? "No rollout failed." : $"{Phrase.Count(missing, "rollout")} failed or could not be judged; the transcripts stand in the journal.");
            return;
        }

        foreach (var stage in report.Failures.GroupBy(f => f.Stage, StringComparer.Ordinal).OrderBy(s => Words.StageOrder(s.Key)).ThenBy(s => s.Key, StringComparer.Ordinal))
        {
            html.Leaf("h3", $"{Words.Stage(stage.Key)} ({Words.Number(stage.Count())})");
            foreach (var scenario in stage.GroupBy(f => f.Rollout.Dream.Skeleton.Scenario, StringComparer.Ordinal).OrderBy(s => s.Key, StringComparer.Ordinal))
                WriteScenario(html, [.. scenario], domain.FindScenario(scenario.Key), scenario.Key, domain);
        }
    }

    private static void WriteScenario(HtmlWriter html, FailedRollout[] failures, ScenarioContract? scenario, string id, DomainManifest domain)
    {
        using (html.Element("details", ("class", "scenario"), ("open", failures.Length <= ShortList ? "open" : null)))
        {
            using (html.Element("summary"))
                html.Leaf("h4", $"{id} ({Words.Number(failures.Length)})");
            if (scenario?.Title is { Length: > 0 } title)
                html.Leaf("p", title, ("class", "note"));
            foreach (var failure in failures)
                WriteFailure(html, failure, scenario, domain);
        }

        html.Line();
    }

    private static void WriteFailure(HtmlWriter html, FailedRollout failure, ScenarioContract? scenario, DomainManifest domain)
    {
        var (rollout, scorecard) = (failure.Rollout, failure.Scorecard);
        using (html.Element("details", ("class", "failure")))
        {
            using (html.Element("summary"))
                html.Leaf("span", Summary(scorecard, rollout.Trajectory)).Text(" ")
                    .Leaf("span", rollout.Dream.Skeleton.Family is { } family ? Words.Of(family) : "Rehearsal", ("class", "tag")).Text(" ")
                    .Leaf("code", rollout.Id);
            var skeleton = rollout.Dream.Skeleton;
            if (!skeleton.Operators.IsDefaultOrEmpty)
                html.Leaf("p", "Off the beaten path: " + string.Join("; ", skeleton.Operators.Select(o => Words.Operator(o, scenario))) + ".", ("class", "note"), ("dir", "auto"));
            using (html.Element("details", ("class", "facts")))
            {
                html.Leaf("summary", "Facts of the dream");
                html.Leaf("pre", JsonText.Pretty(skeleton.Facts.Text), ("dir", "auto"));
                html.Leaf("p", $"Dream {rollout.Dream.Id}, task {skeleton.TaskId}, " + (skeleton.EpisodeId is { } episode ? $"grounded in episode {episode}" : "from the domain's scenarios alone") + $", run {rollout.Trial + 1} of {rollout.Agent}.", ("class", "note"));
            }

            Transcript.Write(html, rollout.Trajectory, scorecard.Breaches);
            WriteVerdicts(html, scorecard, domain);
            using (html.Element("p", ("class", "replay")))
                html.Text("Replay: ").Leaf("code", failure.Replay);
        }

        html.Line();
    }

    private static string Summary(Scorecard scorecard, Trajectory trajectory)
    {
        if (scorecard.Unscored is { } why)
            return "? Not judged: " + why;
        if (scorecard.Breaches is [_, ..])
            return $"✗ Violates {Phrase.Some([.. scorecard.Breaches.Select(b => b.Invariant).Distinct(StringComparer.Ordinal)], 3)}";
        if (scorecard.Owner is not (Owner.None or Owner.Agent))
            return $"? {Words.End(trajectory.End.Reason)} (owner: {Words.Of(scorecard.Owner).ToLowerInvariant()})";
        if (scorecard.Achieved is null)
            return "? Whether the goal was reached could not be judged";
        return $"✗ Goal not reached. {Words.End(trajectory.End.Reason)}.";
    }

    private static void WriteVerdicts(HtmlWriter html, Scorecard scorecard, DomainManifest domain)
    {
        var verdicts = scorecard.Verdicts.Join(domain.Criteria, v => v.Criterion, c => c.Id, (v, c) => (Verdict: v, Criterion: c), StringComparer.Ordinal).ToArray();
        var unknown = scorecard.Verdicts.Where(v => domain.Criteria.All(c => c.Id != v.Criterion)).ToArray();
        using var list = html.Element("ul", ("class", "verdicts"));
        if (scorecard.Achieved is { } achieved)
            html.Leaf("li", achieved ? "✓ The user got what a good agent would have given." : "✗ The user did not get what a good agent would have given.", ("class", achieved ? "good" : "bad"));
        foreach (var (verdict, criterion) in verdicts.Where(v => v.Verdict.Finding == (v.Criterion.Points > 0 ? Finding.NotMet : Finding.Met)).OrderByDescending(v => Math.Abs(v.Criterion.Points)))
            Item(html, criterion.Points > 0 ? "✗ Not met" : "✗ Undesirable and there", criterion.Id, criterion.Text, verdict.Reason, "bad");
        foreach (var (verdict, criterion) in verdicts.Where(v => v.Verdict.Finding == Finding.Unscored))
            Item(html, "? Not judged", criterion.Id, criterion.Text, verdict.Reason, "doubt");
        foreach (var verdict in unknown)
            Item(html, Words.Of(verdict.Finding), verdict.Criterion, "a criterion that the domain no longer has", verdict.Reason, "doubt");
        html.Leaf("li", $"Score R = {Words.Number(scorecard.Score.Total)}: task success {Words.Number(scorecard.Score.TaskSuccess)}, constraint compliance {Words.Number(scorecard.Score.ConstraintCompliance)}, "
            + $"tool correctness {Words.Number(scorecard.Score.ToolCorrectness)}, helpfulness {Words.Number(scorecard.Score.Helpfulness)}, risk penalty {Words.Number(scorecard.Score.RiskPenalty)}.");
    }

    private static void Item(HtmlWriter html, string finding, string id, string text, string? reason, string kind)
    {
        using var item = html.Element("li", ("class", kind), ("dir", "auto"));
        html.Text($"{finding}: ").Leaf("code", id).Text($", {text}").Text(string.IsNullOrEmpty(reason) ? "" : $" — {reason}");
    }
}
