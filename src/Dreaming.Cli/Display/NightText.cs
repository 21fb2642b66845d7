using System.Globalization;
using Dreaming.Gates;
using Dreaming.Reports;

namespace Dreaming.Cli.Display;

/// <summary>What a night has found, for people: what was done, before and after, the gate, and what comes next.</summary>
internal static class NightText
{
    /// <summary>The longest list of reasons that is printed; the report holds them all.</summary>
    private const int MostLines = 12;

    public static void Write(Terminal terminal, NightReport report, NightEnding ending)
    {
        Counts(terminal, report);
        BeforeAndAfter(terminal, report);
        Gate(terminal, report);
        Overlay(terminal, report, ending);
        List(terminal, "not done", report.NotDone);
        List(terminal, "not taken", [.. report.Quarantined.Select(q => $"{q.Place}: {q.Reason}")]);
        if (report.Failures is [var failure, ..])
            terminal.WriteLine(Invariant($"failures: {report.Failures.Length}, listed in the report with the commands that replay them; the first: {SafeText.Line(failure.Replay)}"));
        terminal.WriteLine($"report: {SafeText.Line(ending.ReportPath)}");
        terminal.WriteLine($"night {report.NightId}, seed {report.Seed}, digest {report.Digest}");
    }

    private static void Counts(Terminal terminal, NightReport report)
    {
        var (episodes, dreams, rollouts, repairs) = (report.Episodes, report.Dreams, report.Rollouts, report.Repairs);
        terminal.WriteLine(Invariant($"{report.Domain}, contract {report.ContractHash}, agent {SafeText.Line(report.Agent)}{(report.Parent is null ? "" : $" with overlay {report.Parent}")}"));
        terminal.WriteLine(Invariant(
            $"episodes  {episodes.Read} read, {episodes.Kept} kept ({episodes.Train} train, {episodes.HeldOut} held out, {episodes.Grounded} grounded), {episodes.Duplicates} duplicates, {episodes.Quarantined} quarantined"));
        terminal.WriteLine(Invariant($"dreams    {dreams.Total}, {dreams.Distinct} distinct, {dreams.Rejected.Values.Sum()} rejected before any agent ran"));
        terminal.WriteLine(Invariant($"rollouts  {rollouts.Total}, {rollouts.Failed} failed by the agent, {rollouts.Unscored} not judged"));
        terminal.WriteLine(Invariant($"repairs   {repairs.Tried} tried, {repairs.Found} passed, {repairs.Kept} kept"));
    }

    private static void BeforeAndAfter(Terminal terminal, NightReport report)
    {
        var table = new TextTable("pass rate, % (95 %)", "judged>", "before>", "after>", "points>", "breaches>");
        foreach (var row in report.Strata.Where(r => r.Group == "dreams" || r.Stratum == "all"))
            Add(row.Stratum == "all" ? $"{row.Group}, all" : row.Stratum, row.Before, row.After);
        Add("all", report.Before, report.After);
        terminal.WriteLine();
        terminal.Write(table);

        void Add(string stratum, Tally before, Tally? after) => table.Add(
            stratum, Numbers.Whole(before.Judged), Numbers.Rate(before.Rate), Numbers.Rate(after?.Rate),
            Numbers.Points(after?.Rate?.Estimate - before.Rate?.Estimate),
            after is null ? Numbers.Whole(before.Breaches) : Invariant($"{before.Breaches} -> {after.Breaches}"));
    }

    private static void Gate(Terminal terminal, NightReport report)
    {
        if (report.Gate is not { } gate)
        {
            terminal.WriteLine(report.Overlay is null ? "gate: nothing to gate" : "gate: not asked");
            return;
        }

        terminal.WriteLine($"gate: {Word(gate.Decision)}");
        foreach (var reason in gate.Reasons)
            terminal.WriteLine($"  {SafeText.Line(reason)}");
    }

    private static void Overlay(Terminal terminal, NightReport report, NightEnding ending)
    {
        if (report.Overlay is not { } overlay)
        {
            terminal.WriteLine("overlay: none, there was nothing to learn from");
            return;
        }

        terminal.WriteLine(Invariant($"overlay: {overlay.Id}, learnt from {overlay.EpisodeLessons} lessons of episodes and {overlay.DreamLessons} of dreams"));
        terminal.WriteLine(
            ending.Promoted ? "  promoted: the agent wears it from now on"
            : report.Gate?.Decision == GateVerdict.Pass ? $"  staged. To promote it: {SafeText.Line(ending.PromoteCommand)}"
            : $"  staged, not let through. To promote it all the same: {SafeText.Line(ending.PromoteCommand)} --force");
    }

    private static void List(Terminal terminal, string head, IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Take(MostLines))
            terminal.WriteLine($"{head}: {SafeText.Line(line)}");
        if (lines.Count > MostLines)
            terminal.WriteLine(Invariant($"{head}: {lines.Count - MostLines} more, listed in the report"));
    }

    private static string Word(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Pass => "PASS",
        GateVerdict.Fail => "FAIL",
        _ => "INCONCLUSIVE",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the command did with a finished night.</summary>
/// <param name="ReportPath">The report's file.</param>
/// <param name="PromoteCommand">The command that promotes the candidate.</param>
/// <param name="Promoted">It was promoted.</param>
internal sealed record NightEnding(string ReportPath, string PromoteCommand, bool Promoted);
