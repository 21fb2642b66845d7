namespace Dreaming.Policies.Tests;

/// <summary>The verdict for a value that has yet to occur: it is met, and for good if no way in which it can occur leads to a violation.</summary>
internal static class VirginVerdict
{
    public static RvVerdict Virgin(this ConstraintModel constraint, int state)
    {
        var (seen, open) = (new HashSet<(int State, bool Occurred)>(), new Stack<(int State, bool Occurred)>([(state, false)]));
        var atoms = (1 << constraint.Atoms.Length) - 1;
        while (open.TryPop(out var at))
        {
            if (!seen.Add(at))
                continue;
            if (at.Occurred && !constraint.Automaton.Accepting[at.State])
                return RvVerdict.TemporarilySatisfied;
            for (var letter = 0; letter < constraint.Automaton.Letters; letter++)
                open.Push((constraint.Automaton.Next[(at.State * constraint.Automaton.Letters) + letter], at.Occurred || (letter & atoms) != 0));
        }

        return RvVerdict.PermanentlySatisfied;
    }
}
