using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Policies;

namespace Dreaming.Shields;

/// <summary>One way in which a conversation can have gone so far: while calls wait for their results there are several.</summary>
internal sealed class Past
{
    private readonly PolicyMonitor _monitor;
    private readonly ConstraintWalk[] _walks;

    public Past(PolicyProgram program)
        : this(program.Start(), [.. program.Constraints.Select(c => new ConstraintWalk(c))])
    {
    }

    private Past(PolicyMonitor monitor, ConstraintWalk[] walks) => (_monitor, _walks) = (monitor, walks);

    /// <summary>What is due: violated if the conversation ends now.</summary>
    public ImmutableArray<PolicyObligation> Due => _monitor.Open();

    /// <summary>What an event would do.</summary>
    public PolicyPeek Peek(in PolicyEvent next) => _monitor.Peek(next);

    /// <summary>What is violated for good.</summary>
    public ImmutableArray<PolicyObligation> Violated => _monitor.Violated();

    /// <summary>The state of a constraint's automaton for the value that is in question, so that it can be told what leads out of it.</summary>
    public int StateOf(PolicyObligation standing) => Array.Find(_walks, w => w.Constraint.Id == standing.Constraint.Id)!.StateOf(standing.Key ?? CorrelationKey.None);

    /// <summary>Goes on with an event. Where a guard throws, it stays as it is.</summary>
    public void Take(in PolicyEvent happened)
    {
        _monitor.Observe(happened);
        foreach (var walk in _walks)
            walk.Take(happened);
    }

    /// <summary>The same past and an event more.</summary>
    public Past After(in PolicyEvent happened)
    {
        var after = new Past(_monitor.Fork(), [.. _walks.Select(w => w.Fork())]);
        after.Take(happened);
        return after;
    }
}
