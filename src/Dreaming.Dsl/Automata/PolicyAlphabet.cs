using System;
using System.Collections.Generic;

namespace Dreaming.Automata;

/// <summary>What kind of event an abstract one is.</summary>
internal enum EventClass : byte
{
    User,
    Reply,
    Call,
    Signal,
}

/// <summary>An event as far as constraints can tell events apart: its kind, whether it succeeded, and which guards hold for it.</summary>
/// <param name="class">Its class.</param>
/// <param name="name">As in <see cref="AtomModel.Events"/>.</param>
/// <param name="index">The place of a tool or signal in the model; -1 for a call of no declared tool.</param>
/// <param name="succeeded">It is a call that returned a result.</param>
/// <param name="guards">Bit i is set when guard i of that kind holds.</param>
internal sealed class AbstractEvent(EventClass @class, string name, int index, bool succeeded, int guards)
{
    public EventClass Class { get; } = @class;
    public string Name { get; } = name;
    public int Index { get; } = index;
    public bool Succeeded { get; } = succeeded;
    public int Guards { get; } = guards;

    /// <summary>Whether an atom speaks of events of that kind.</summary>
    public bool IsNamedBy(AtomModel atom) =>
        (Class == EventClass.Call && Array.IndexOf(atom.Events, EventNames.AnyCall) >= 0) || (Index >= 0 && Array.IndexOf(atom.Events, Name) >= 0);
}

/// <summary>All events that a model can tell apart, and the letter that each of them is to each constraint.</summary>
internal sealed class PolicyAlphabet
{
    private readonly Dictionary<string, string[]> _guards = new(StringComparer.Ordinal);
    private readonly List<AbstractEvent> _events = [];
    private readonly HashSet<string> _overfull = new(StringComparer.Ordinal);

    public PolicyAlphabet(PolicyModel model, int mostGuards)
    {
        Add(model, EventClass.User, EventNames.UserTurn, 0, mostGuards);
        Add(model, EventClass.Reply, EventNames.Reply, 0, mostGuards);
        Add(model, EventClass.Call, EventNames.AnyCall, -1, mostGuards);
        for (var at = 0; at < model.Tools.Length; at++)
            Add(model, EventClass.Call, model.Tools[at], at, mostGuards);
        for (var at = 0; at < model.Signals.Length; at++)
            Add(model, EventClass.Signal, model.Signals[at], at, mostGuards);
        Events = _events.ToArray();
    }

    /// <summary>The events. The first is a message of the user.</summary>
    public AbstractEvent[] Events { get; }

    /// <summary>The names of the guards that hold for an event.</summary>
    public string[] GuardsOf(AbstractEvent e)
    {
        var all = _guards[e.Name];
        return Array.FindAll(all, guard => (e.Guards >> Array.IndexOf(all, guard) & 1) != 0);
    }

    /// <summary>A constraint that speaks of a kind of event with too many guards to tell all its events apart.</summary>
    public bool IsOpaque(ConstraintModel constraint)
    {
        if (_overfull.Count > 0)
            foreach (var e in Events)
                if (_overfull.Contains(e.Name) && Array.Exists(constraint.Atoms, e.IsNamedBy))
                    return true;
        return false;
    }

    /// <summary>The letter that an event is to a constraint; -1 when it is none that the constraint sees.</summary>
    public int Letter(ConstraintModel constraint, AbstractEvent e)
    {
        var other = OtherLetter(constraint, e.Class);
        if (other < 0)
            return -1;
        var letter = 0;
        for (var at = 0; at < constraint.Atoms.Length; at++)
            if (Matches(constraint.Atoms[at], e))
                letter |= 1 << at;
        return letter | other;
    }

    /// <summary>The letter that an event is to a constraint where it is an event of another key value; -1 when it is none that the constraint sees.</summary>
    public static int OtherLetter(ConstraintModel constraint, EventClass @class)
    {
        if (constraint.Scope < (@class switch { EventClass.Call => 0, EventClass.Signal => 1, _ => 2 }))
            return -1;
        var ticks = (constraint.Tick == 1 && @class == EventClass.User) || (constraint.Tick == 2 && @class == EventClass.Call);
        return ticks ? 1 << constraint.Atoms.Length : 0;
    }

    private bool Matches(AtomModel atom, AbstractEvent e)
    {
        if (!e.IsNamedBy(atom) || (atom.Succeeded && e.Class == EventClass.Call && !e.Succeeded))
            return false;
        if (atom.Guard is null)
            return true;
        var guard = Array.IndexOf(_guards[e.Name], atom.Guard);
        return guard >= 0 && (e.Guards >> guard & 1) != 0;
    }

    private void Add(PolicyModel model, EventClass @class, string name, int index, int mostGuards)
    {
        var kind = new AbstractEvent(@class, name, index, false, 0);
        var guards = new List<string>();
        foreach (var constraint in model.Constraints)
            foreach (var atom in constraint.Atoms)
                if (atom.Guard is { } guard && kind.IsNamedBy(atom) && !guards.Contains(guard))
                    guards.Add(guard);
        if (guards.Count > mostGuards)
        {
            _overfull.Add(name);
            guards.Clear();
        }

        _guards.Add(name, guards.ToArray());
        // A call of no declared tool, or one that breaks its contract, has no record that a guard could be asked about, and never succeeds.
        var sets = index < 0 ? 1 : 1 << guards.Count;
        for (var set = 0; set < sets; set++)
        {
            _events.Add(new(@class, name, index, false, set));
            if (@class == EventClass.Call && index >= 0)
                _events.Add(new(@class, name, index, true, set));
        }
    }
}
