using System.Globalization;
using Dreaming.Critics;
using Dreaming.Contracts;
using Dreaming.Rollouts;

namespace Dreaming.Cli.Display;

/// <summary>A rollout to be read: the dream, the conversation with what was violated where, and what was found at the end.</summary>
internal static class TranscriptText
{
    public static void Write(Terminal terminal, Rollout rollout, Scorecard scorecard, DomainManifest domain)
    {
        var skeleton = rollout.Dream.Skeleton;
        terminal.WriteLine($"rollout {rollout.Id}: {SafeText.Line(rollout.Agent)} in dream {rollout.Dream.Id}, trial {Numbers.Whole(rollout.Trial)}");
        terminal.WriteLine($"scenario {skeleton.Scenario}, {(skeleton.Family is { } family ? $"family {family}" : "a rehearsal")}");
        terminal.WriteLine($"facts {SafeText.Line(skeleton.Facts.Text)}");
        foreach (var step in skeleton.Operators)
            terminal.WriteLine($"  {SafeText.Line(step.ToString())}");
        terminal.WriteLine();

        for (var i = 0; i < rollout.Trajectory.Events.Length; i++)
        {
            Event(terminal, i, rollout.Trajectory.Events[i]);
            foreach (var breach in scorecard.Breaches.Where(b => b.Event == i))
                terminal.WriteLine($"      ! breaks {breach.Invariant} (risk {Numbers.Whole(breach.Rating)}): {SafeText.Line(breach.Because)}");
        }

        terminal.WriteLine();
        foreach (var breach in scorecard.Breaches.Where(b => b.Event < 0 || b.Event >= rollout.Trajectory.Events.Length))
            terminal.WriteLine($"! breaks {breach.Invariant} (risk {Numbers.Whole(breach.Rating)}): {SafeText.Line(breach.Because)}");
        foreach (var verdict in scorecard.Verdicts)
            Verdict(terminal, verdict, domain);
        terminal.WriteLine(Summary(scorecard));
    }

    private static void Event(Terminal terminal, int index, TrajectoryEvent what)
    {
        var (who, text) = what switch
        {
            UserSaid said => ("user", said.Text),
            AgentSaid said => ("agent", said.Text),
            ToolCalled called => ("call", $"{called.Tool} {called.Arguments.Text}"),
            ToolReplied { Fault: { } fault } replied => ("reply", $"[{replied.Outcome}, {fault}] {replied.Content}"),
            ToolReplied replied => ("reply", $"[{replied.Outcome}] {replied.Content}"),
            Ended { Owner: Owner.None } ended => ("end", $"{ended.Reason} {ended.Detail}"),
            Ended ended => ("end", $"{ended.Reason}, owned by {ended.Owner}: {ended.Detail}"),
            _ => ("?", what.ToString()!),
        };
        terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{index,4}  {who,-5}  {Indented(text)}"));
        if (what is ToolCalled { Violations: { IsDefaultOrEmpty: false } violations })
            foreach (var violation in violations)
                terminal.WriteLine($"      ! breaks the contract: {SafeText.Line(violation.ToString())}");
    }

    private static void Verdict(Terminal terminal, CriterionVerdict verdict, DomainManifest domain)
    {
        var criterion = domain.Criteria.FirstOrDefault(c => c.Id == verdict.Criterion);
        var wrong = criterion is null || (criterion.Points > 0 ? verdict.Finding == Finding.NotMet : verdict.Finding == Finding.Met);
        if (verdict.Finding == Finding.Unscored)
            terminal.WriteLine($"? unscored {verdict.Criterion}: {SafeText.Line(verdict.Reason)}");
        else if (wrong)
            terminal.WriteLine($"- {(verdict.Finding == Finding.Met ? "met" : "not met")}: {SafeText.Line(criterion?.Text ?? verdict.Criterion)}{(verdict.Reason is null ? "" : $" ({SafeText.Line(verdict.Reason)})")}");
    }

    private static string Summary(Scorecard scorecard) => scorecard.Passed switch
    {
        true => $"passed, R = {Total(scorecard)}",
        false => $"failed by the agent: {(scorecard.Achieved is true ? "the user got it, but an invariant was violated" : "the user did not get what a good agent would have given")}, R = {Total(scorecard)}",
        null => $"not judged, owner {scorecard.Owner}: {SafeText.Line(scorecard.Unscored ?? "the failure is not the agent's")}",
    };

    private static string Total(Scorecard scorecard) => scorecard.Score.Total?.ToString("0.00", CultureInfo.InvariantCulture) ?? Numbers.None;

    private static string Indented(string text) => SafeText.Block(text.TrimEnd()).Replace("\n", "\n             ", StringComparison.Ordinal);
}
