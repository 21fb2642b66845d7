using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Benchmarks.Recordings;

/// <summary>What a policy says of a recorded conversation.</summary>
/// <param name="Simulation">The recording.</param>
/// <param name="Active">The constraints that it speaks to: one of their automata left its first state.</param>
/// <param name="Violated">The constraints that it violates for good. What was open at its end is no verdict: the recording does not say whose doing the end was.</param>
/// <param name="Refusals">What a shield would have refused, in order.</param>
public sealed record WatchedRecording(RecordedSimulation Simulation, ImmutableArray<string> Active, ImmutableArray<string> Violated, ImmutableArray<RecordedRefusal> Refusals)
{
    /// <summary>Watches a recording to its end. A refused event happens all the same: it did.</summary>
    /// <exception cref="PolicyGuardException">A guard threw.</exception>
    /// <exception cref="PolicySignalException">The detection of a signal threw.</exception>
    public static WatchedRecording Of(PolicyProgram program, DomainManifest domain, RecordedSimulation simulation, CancellationToken ct)
    {
        var monitor = program.Start();
        var constraints = program.Constraints;
        var refusals = ImmutableArray.CreateBuilder<RecordedRefusal>();
        var active = new bool[constraints.Length];
        foreach (var (happened, index) in PolicyTrace.Of(domain, simulation.Trajectory))
        {
            if (happened.Kind is PolicyEventKind.Call or PolicyEventKind.Reply)
            {
                // Before a call its outcome is unknown: a shield asks as if it succeeded.
                var peek = monitor.Peek(happened with { Succeeded = happened.Kind == PolicyEventKind.Call }, ct);
                if (peek.IsRefused)
                    refusals.Add(new(index, [.. peek.Violated.Select(c => c.Id)], [.. peek.Doom.Blame.Select(c => c.Id)]));
            }

            monitor.Observe(happened);
            for (var i = 0; i < active.Length; i++)
                active[i] = active[i] || HasMoved(monitor, i);
        }

        var violated = monitor.Violated().Select(o => o.Constraint.Id).Distinct();
        return new(simulation, [.. constraints.Where((_, i) => active[i]).Select(c => c.Id)], [.. violated], refusals.ToImmutable());
    }

    private static bool HasMoved(PolicyMonitor monitor, int constraint) =>
        monitor.Program.Constraints[constraint].Key is null
            ? monitor.StateOf(constraint) != 0
            : monitor.KeysOf(constraint).Any(key => monitor.StateOf(constraint, key) != 0);
}

/// <summary>A call or a reply of a recording that a shield would have refused.</summary>
/// <param name="Index">Where it stands in the trajectory.</param>
/// <param name="Violated">The constraints that it violates.</param>
/// <param name="Doomed">The constraints that can no longer be met together after it; empty when they can.</param>
public sealed record RecordedRefusal(int Index, ImmutableArray<string> Violated, ImmutableArray<string> Doomed)
{
    /// <summary>The constraints that speak against it.</summary>
    public IEnumerable<string> Constraints => Violated.Concat(Doomed).Distinct();
}
