using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>The plans of an event, by its outcome.</summary>
internal sealed record PolicyPlans(PolicyEventKind Kind, PolicyPlan Failed, PolicyPlan Succeeded);

/// <summary>Works out beforehand what each event does.</summary>
internal sealed class PolicyPlanner(ImmutableArray<ConstraintContract> constraints, PolicyLayout layout, string[] signals)
{
    private const int MostGuards = 64;

    /// <summary>The plans of an event; those of an empty name are of one that nobody declared.</summary>
    public PolicyPlans Plan(string name, PolicyEventKind kind)
    {
        var failed = Plan(name, kind, succeeded: false);
        return new(kind, failed, kind == PolicyEventKind.Call ? Plan(name, kind, succeeded: true) : failed);
    }

    private PolicyPlan Plan(string name, PolicyEventKind kind, bool succeeded)
    {
        var (steps, guarded, guards) = (new List<int>(), new List<GuardedStep>(), new List<PolicyGuard>());
        var named = new ulong[(layout.Free.Length + 63) / 64];
        for (var slot = 0; slot < layout.Free.Length; slot++)
        {
            var other = layout.FreeTable.Others[(slot * 4) + (int)kind];
            if (other < 0 || Step(constraints[layout.Free[slot]], slot, other, name, kind, succeeded, guards, out _) is not { } step)
                continue;
            named[slot / 64] |= 1UL << (slot % 64);
            if (step.Bits.Length > 0)
                guarded.Add(step);
            else if (layout.FreeTable.Changes(slot, step.Letter))
                steps.Add(slot << PolicyPlan.LetterBits | step.Letter);
        }

        var keyed = new KeyPlan?[layout.Spaces.Length];
        for (var space = 0; space < keyed.Length; space++)
            keyed[space] = Keyed(space, name, kind, succeeded, guards);
        if (guards.Count > MostGuards)
            throw new ArgumentException($"The event '{name}' has {guards.Count} guards; the most is {MostGuards}.");
        return new() { Place = PlaceAfter(name, kind), Steps = [.. steps], Guarded = [.. guarded], Named = named, Guards = [.. guards], Keyed = keyed };
    }

    private ushort PlaceAfter(string name, PolicyEventKind kind) => kind switch
    {
        PolicyEventKind.UserTurn => 1,
        PolicyEventKind.Signal when Array.IndexOf(signals, name) is >= 0 and var at => (ushort)(at + 2),
        _ => (ushort)(signals.Length + 1),
    };

    private KeyPlan? Keyed(int space, string name, PolicyEventKind kind, bool succeeded, List<PolicyGuard> guards)
    {
        var steps = new List<GuardedStep>();
        var always = false;
        ConstraintContract? first = null;
        AtomContract? reader = null;
        for (var slot = 0; slot < layout.Spaces[space].Length; slot++)
        {
            var constraint = constraints[layout.Spaces[space][slot]];
            var other = layout.SpaceTables[space].Others[(slot * 4) + (int)kind];
            if (other < 0 || Step(constraint, slot, other, name, kind, succeeded, guards, out var atom) is not { } step)
                continue;
            steps.Add(step);
            always |= step.Letter != other;
            (first, reader) = (first ?? constraint, reader ?? atom);
        }

        return first is null ? null : new() { KeyOf = reader!.KeyOf!, Member = first.Key!, Constraint = first.Id, Steps = [.. steps], AlwaysActs = always };
    }

    // The step of a constraint that names the event; null when it does not.
    private static GuardedStep? Step(ConstraintContract constraint, int slot, int letter, string name, PolicyEventKind kind, bool succeeded, List<PolicyGuard> guards, out AtomContract? reader)
    {
        reader = null;
        var bits = new List<(int Guard, int Bit)>();
        for (var at = 0; at < constraint.Atoms.Length; at++)
        {
            var atom = constraint.Atoms[at];
            if (!(name.Length > 0 && atom.Events.Contains(name)) && !(kind == PolicyEventKind.Call && atom.Events.Contains(AtomContract.AnyCallEvent)))
                continue;
            if (atom.Succeeded && kind == PolicyEventKind.Call && !succeeded)
                continue;
            reader ??= atom;
            if (atom.Guard is null)
                letter |= 1 << at;
            else
                bits.Add((GuardOf(constraint, atom, guards), 1 << at));
        }

        return reader is null ? null : new(slot, letter, [.. bits]);
    }

    private static int GuardOf(ConstraintContract constraint, AtomContract atom, List<PolicyGuard> guards)
    {
        var at = guards.FindIndex(g => g.Name == atom.Guard);
        if (at >= 0)
            return at;
        guards.Add(new(atom.Holds!, atom.Guard!, constraint.Id));
        return guards.Count - 1;
    }
}
