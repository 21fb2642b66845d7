using System.Globalization;
using Dreaming.Cli.Hosting;
using Dreaming.Hunting;

namespace Dreaming.Cli.Display;

/// <summary>What a hunt found, for people.</summary>
internal static class HuntText
{
    public static void Write(Terminal terminal, HuntReport report, KeptDreams kept)
    {
        terminal.WriteLine(
            $"{report.Domain}: {SafeText.Line(report.Agent)} failed in {Numbers.Whole(report.Failed)} and passed in {Numbers.Whole(report.Passed)} of {Numbers.Whole(report.Dreams)} dreams, seed {Numbers.Seed(report.Seed)}");
        foreach (var (owner, count) in report.Unjudged)
            terminal.WriteLine($"not judged: {Numbers.Whole(count)}, owned by {owner}");
        var (pairs, faults, transitions) = report.Coverage;
        terminal.WriteLine($"exercised: {Share(pairs)} families with tools, {Share(faults)} declared faults{(transitions.Of == 0 ? "" : $", {Share(transitions)} transitions of the policy")}");
        terminal.WriteLine(report.Ended);
        foreach (var note in report.NotDone)
            terminal.WriteLine($"not done: {SafeText.Line(note)}");
        terminal.WriteLine();
        terminal.WriteLine(report.Failures.Length switch { 0 => "no failure was found", 1 => "one failure", var several => $"{Numbers.Whole(several)} different failures" });
        for (var i = 0; i < report.Failures.Length; i++)
            Failure(terminal, i + 1, report.Failures[i], kept);
    }

    private static void Failure(Terminal terminal, int number, HuntedFailure failure, KeptDreams kept)
    {
        var (cluster, shrunk) = (failure.Cluster, failure.Shrunk);
        terminal.WriteLine();
        terminal.WriteLine(
            $"{Numbers.Whole(number)}. {SafeText.Line(cluster.Rule.Id)} ({SafeText.Line(cluster.Step)}){(failure.Rating is { } rating ? $", risk {Numbers.Whole(rating)}" : "")}, met in {Numbers.Whole(failure.Dreams)} {(failure.Dreams == 1 ? "dream" : "dreams")}, owner {shrunk.Smallest.Scorecard.Owner}");
        terminal.WriteLine($"   {SafeText.Line(cluster.Rule.Because)}");
        terminal.WriteLine(
            $"   size {shrunk.After}, was {shrunk.Before}; {Numbers.Whole(shrunk.Rollouts)} rollouts{(shrunk.Finished ? "" : ", and it may not be the smallest")}"
            + (shrunk.FailureRate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"; fails in {rate:P0} of the runs") : ""));
        terminal.WriteLine();
        foreach (var line in kept.Tell(failure).Split('\n'))
            terminal.WriteLine(line.Length == 0 ? "" : $"   {SafeText.Line(line)}");
    }

    private static string Share(Covered covered) => $"{Numbers.Whole(covered.Exercised)} of {Numbers.Whole(covered.Of)}";
}
