using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Nights;
using Dreaming.Policies;

namespace Dreaming.Hunting;

/// <summary>What was tried and what was exercised, and how much of it is new in a dream that has not been run yet.</summary>
internal sealed class CoverageLedger(DomainManifest domain)
{
    private readonly Dictionary<string, int> _tried = new(StringComparer.Ordinal);
    private readonly HashSet<string> _exercised = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Dreams, int Opened)> _yield = new(StringComparer.Ordinal);
    private readonly TransitionCover _transitions = new(domain);

    /// <summary>How new a dream would be: how seldom what it tries was tried, and how often its neighbourhood led to something that never happened before: exercised, or failed.</summary>
    public double Novelty(Skeleton skeleton)
    {
        var (sum, count) = (0.0, 0);
        foreach (var feature in DreamCells.Features(skeleton))
            (sum, count) = (sum + (1.0 / (1 + _tried.GetValueOrDefault(feature))), count + 1);
        var yield = DreamCells.Neighbourhoods(skeleton).Max(Yield);
        return (sum / count) + yield;
    }

    /// <summary>A dream was chosen.</summary>
    public void Plan(Skeleton skeleton)
    {
        foreach (var feature in DreamCells.Features(skeleton))
            _tried[feature] = _tried.GetValueOrDefault(feature) + 1;
    }

    /// <summary>A dream was run.</summary>
    /// <param name="judged">What came of it.</param>
    /// <param name="failedAnew">The agent failed in it as it never did before.</param>
    public void Count(JudgedRollout judged, bool failedAnew)
    {
        var skeleton = judged.Rollout.Dream.Skeleton;
        var opened = _transitions.Take(judged.Rollout.Trajectory) | failedAnew;
        foreach (var happened in judged.Rollout.Trajectory.Events)
            if (happened is ToolCalled called && domain.FindTool(called.Tool) is not null && skeleton.Family is { } family)
                opened |= _exercised.Add($"tool {family} {called.Tool}");
            else if (happened is ToolReplied { Fault: { } fault } replied)
                opened |= _exercised.Add($"fault {replied.Tool} {fault}");
        foreach (var cell in DreamCells.Neighbourhoods(skeleton))
        {
            var (dreams, before) = _yield.GetValueOrDefault(cell);
            _yield[cell] = (dreams + 1, before + (opened ? 1 : 0));
        }
    }

    public HuntCoverage Totals() => new(
        new Covered(_exercised.Count(e => e.StartsWith("tool ", StringComparison.Ordinal)), Enum.GetValues<Family>().Length * domain.Tools.Length),
        new Covered(_exercised.Count(e => e.StartsWith("fault ", StringComparison.Ordinal)), domain.Tools.Sum(t => t.Faults.Length)),
        _transitions.Total);

    // Laplace's rule of succession: what was never looked at may well hold something.
    private double Yield(string cell)
    {
        var (dreams, opened) = _yield.GetValueOrDefault(cell);
        return (opened + 1.0) / (dreams + 2.0);
    }
}
