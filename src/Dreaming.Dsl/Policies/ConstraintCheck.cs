using System.Collections.Immutable;
using Dreaming.Automata;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>Refuses a contract that does not fit its own automaton, before it could mislead a monitor.</summary>
internal static class ConstraintCheck
{
    private const int MostAtoms = PolicyPlan.LetterBits - 1;

    /// <exception cref="ArgumentException">The contract does not fit; the message says how.</exception>
    public static void Fits(ConstraintContract constraint, ImmutableArray<string> tools, ImmutableArray<string> signals)
    {
        var (automaton, atoms) = (constraint.Automaton, constraint.Atoms);
        if (atoms.Length > MostAtoms)
            throw Misfit(constraint, $"it has {atoms.Length} atoms; the most is {MostAtoms}");
        var letters = 1 << (atoms.Length + (constraint.Tick == ConstraintTick.None ? 0 : 1));
        if (automaton.Letters != letters)
            throw Misfit(constraint, $"its automaton has {automaton.Letters} letters, and its atoms make {letters}");
        if (automaton.States is 0 or > Automata.Automaton.MostStates || automaton.Next.Length != letters * automaton.States)
            throw Misfit(constraint, $"a table of {automaton.Next.Length} entries does not fit {automaton.States} states and {letters} letters");
        if (automaton.Next.Any(state => state >= automaton.States))
            throw Misfit(constraint, "its table leads to a state that there is not");
        foreach (var atom in atoms)
        {
            if (atom.Guard is null != atom.Holds is null)
                throw Misfit(constraint, $"the atom '{atom.Label}' has a guard's name without the guard, or the reverse");
            if (constraint.Key is not null && atom.KeyOf is null)
                throw Misfit(constraint, $"the atom '{atom.Label}' does not read '{constraint.Key}'");
            foreach (var name in atom.Events)
                if (name is not (AtomContract.ReplyEvent or AtomContract.UserTurnEvent or AtomContract.AnyCallEvent) && !tools.Contains(name) && !signals.Contains(name))
                    throw Misfit(constraint, $"it names '{name}', which is neither a tool nor a signal");
        }
    }

    private static ArgumentException Misfit(ConstraintContract constraint, string how) =>
        new($"The contract of the constraint '{constraint.Id}' does not fit: {how}. Contracts are made by the generator; build the domain with the one that belongs to this library.", nameof(constraint));
}
