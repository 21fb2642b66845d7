using Dreaming.Cli.Display;

namespace Dreaming.Cli.Checks;

/// <summary>The difference of two policies for people.</summary>
internal static class PolicyDiffText
{
    public static void Write(Terminal terminal, PolicyDifference difference, PolicyFlips flips)
    {
        Changes(terminal, "became forbidden", difference.Forbidden);
        Changes(terminal, "became allowed", difference.Allowed);
        foreach (var constraint in difference.Rewritten)
            terminal.WriteLine($"no change: {constraint.Id} is written in one of the two only, and the other one enforces it");
        foreach (var constraint in difference.NotProven)
            terminal.WriteLine($"not proven: whether {constraint.Id} changes anything");
        if (difference.IsNone)
            terminal.WriteLine("Both allow the same conversations.");
        terminal.WriteLine();
        terminal.WriteLine($"recorded episodes: {flips.Episodes} judged by both, {flips.Flipped.Length} otherwise{(flips.Unread > 0 ? $", {flips.Unread} could not be judged by both" : "")}");
        foreach (var flip in flips.Flipped)
        {
            terminal.WriteLine($"  {SafeText.Line(flip.Task)} ({flip.Episode}): {Words(flip.NoLonger, "no longer breaks")}{(flip.NoLonger.IsEmpty || flip.Now.IsEmpty ? "" : "; ")}{Words(flip.Now, "now breaks")}");
        }
    }

    private static void Changes(Terminal terminal, string what, IReadOnlyCollection<PolicyChange> changes)
    {
        foreach (var change in changes)
        {
            terminal.WriteLine($"{what}: {change.Constraint.Id}  {SafeText.Line(change.Constraint.Text)}");
            terminal.WriteLine($"  for example: {string.Join(", then ", change.Example.Select(SafeText.Line))}");
        }
    }

    private static string Words(IReadOnlyCollection<string> ids, string verb) => ids.Count == 0 ? "" : $"{verb} {string.Join(", ", ids)}";
}
