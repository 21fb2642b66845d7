using System.Collections.Frozen;
using System.Collections.Immutable;
using Dreaming.Automata;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>
/// A policy made ready to watch conversations: for each event the constraints that it concerns, so that no other costs a step. Immutable and safe for all threads; each conversation
/// has a <see cref="PolicyMonitor"/> of its own.
/// </summary>
public sealed class PolicyProgram
{
    private readonly FrozenDictionary<string, PolicyPlans> _plans;
    private readonly PolicyPlans[] _unnamed;

    private PolicyProgram(ImmutableArray<ConstraintContract> constraints, PolicyModel model)
    {
        Constraints = constraints;
        Space = new PolicySpace(model, AnalysisLimits.Default);
        Layout = new PolicyLayout(constraints, model, Space.Keys);
        var planner = new PolicyPlanner(constraints, Layout, model.Signals);
        string[] named = [AtomContract.UserTurnEvent, AtomContract.ReplyEvent, AtomContract.AnyCallEvent, .. model.Tools, .. model.Signals];
        _plans = named.ToFrozenDictionary(name => name, name => planner.Plan(name, KindOf(name, model)), StringComparer.Ordinal);
        _unnamed = Array.ConvertAll(Enum.GetValues<PolicyEventKind>(), kind => planner.Plan("", kind));
    }

    /// <summary>The constraints. A monitor names them by their place here.</summary>
    public ImmutableArray<ConstraintContract> Constraints { get; }

    internal PolicySpace Space { get; }

    internal PolicyLayout Layout { get; }

    /// <summary>The program of a domain's constraints.</summary>
    /// <exception cref="ArgumentException">A contract does not fit its automaton, or names an event that the domain does not have.</exception>
    public static PolicyProgram Of(DomainManifest domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return Of(domain.Constraints, [.. domain.Tools.Select(t => t.Name)], [.. domain.Signals.Select(s => s.Id)]);
    }

    /// <summary>The program of constraints.</summary>
    /// <param name="constraints">The constraints.</param>
    /// <param name="tools">The names of all tools, also of those that no constraint names.</param>
    /// <param name="signals">The ids of all signals, in the order in which those of one message happen.</param>
    /// <exception cref="ArgumentException">A contract does not fit its automaton, or names an event that is neither tool nor signal.</exception>
    public static PolicyProgram Of(ImmutableArray<ConstraintContract> constraints, ImmutableArray<string> tools, ImmutableArray<string> signals)
    {
        foreach (var constraint in constraints)
            ConstraintCheck.Fits(constraint, tools, signals);
        return new(constraints, new([.. tools], [.. signals], [.. constraints.Select(Model)]));
    }

    /// <summary>A monitor at the beginning of a conversation.</summary>
    public PolicyMonitor Start() => new(this);

    /// <summary>The plan of an event. One of a name that no one declared is an event of none.</summary>
    internal PolicyPlan PlanOf(in PolicyEvent e)
    {
        if (e.Name is not null && _plans.TryGetValue(e.Name, out var plans) && plans.Kind == e.Kind)
            return e.Succeeded ? plans.Succeeded : plans.Failed;
        return _unnamed[(int)e.Kind].Failed;
    }

    internal static ConstraintModel Model(ConstraintContract contract) => new(
        contract.Id,
        new(contract.Automaton.Letters, [.. contract.Automaton.Next], [.. contract.Automaton.Verdicts.Select(v => v >= RvVerdict.TemporarilySatisfied)]),
        [.. contract.Atoms.Select(a => new AtomModel([.. a.Events], a.Succeeded, a.Guard))],
        (byte)contract.Scope,
        (byte)contract.Tick,
        contract.Key);

    private static PolicyEventKind KindOf(string name, PolicyModel model) => name switch
    {
        AtomContract.UserTurnEvent => PolicyEventKind.UserTurn,
        AtomContract.ReplyEvent => PolicyEventKind.Reply,
        _ => Array.IndexOf(model.Signals, name) >= 0 ? PolicyEventKind.Signal : PolicyEventKind.Call,
    };
}
