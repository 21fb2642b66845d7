using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Critics;

/// <summary>Holds a trajectory to the temporal constraints of its domain.</summary>
internal sealed class PolicyJudge(DomainManifest domain)
{
    private readonly PolicyProgram? _program = domain.Constraints.IsEmpty ? null : PolicyProgram.Of(domain);

    /// <summary>
    /// The violations, in the order of events: of each constraint and each value of its key the event that made it permanent; what is still due at the end, at the last event.
    /// </summary>
    /// <param name="trajectory">A trajectory whose end is the agent's doing, or nobody's.</param>
    /// <param name="cancellationToken">Gives the search for doom up.</param>
    /// <exception cref="Unjudgeable">A guard, a key or a signal threw.</exception>
    public ImmutableArray<Breach> Judge(Trajectory trajectory, CancellationToken cancellationToken)
    {
        if (_program is null)
            return [];
        try
        {
            return Watch(_program.Start(), trajectory, cancellationToken);
        }
        catch (Exception e) when (e is PolicyGuardException or PolicySignalException)
        {
            throw new Unjudgeable(Owner.Contract, e.Message);
        }
    }

    private ImmutableArray<Breach> Watch(PolicyMonitor monitor, Trajectory trajectory, CancellationToken cancellationToken)
    {
        var breaches = new List<Breach>();
        var known = new HashSet<PolicyObligation>();
        (int Event, ImmutableArray<string> Blame)? doomed = null;
        foreach (var (happened, index) in PolicyTrace.Of(domain, trajectory))
        {
            monitor.Observe(happened);
            foreach (var violated in monitor.Violated())
                if (known.Add(violated))
                    breaches.Add(Breach(violated.Constraint, index, doomed));
            if (doomed is null && breaches.Count == 0 && monitor.FindDoom(cancellationToken) is { Answer: Doom.Yes } doom)
                doomed = (index, [.. doom.Blame.Select(c => c.Id)]);
        }

        foreach (var due in monitor.Open())
            breaches.Add(Breach(due.Constraint, trajectory.Events.Length - 1, doomed));
        return [.. breaches];
    }

    private static Breach Breach(ConstraintContract constraint, int index, (int Event, ImmutableArray<string> Blame)? doomed) =>
        new(constraint.Id, index, ClinicalRisk.Rating(constraint.Likelihood, constraint.Harm), constraint.Because)
        {
            DoomedAt = doomed is { } doom && doom.Event < index && doom.Blame.Contains(constraint.Id) ? doom.Event : null,
        };
}
