namespace Dreaming.Policies.Tests;

/// <summary>Judges a witness on its own: as a conversation, and by running each automaton over the whole of it for each value.</summary>
internal static class Witnesses
{
    public static bool Meet(PolicyModel model, IReadOnlyList<WitnessEvent> witness)
    {
        var events = witness.Select(w => new ConcreteEvent(KindOf(model, w.Name), w.Name, w.Succeeded, w.Guards.Length > 0, KeyOf(w))).ToList();
        return IsConversation(model, events) && model.Constraints.All(c => Meets(c, events));
    }

    /// <summary>Whether a trace meets a constraint, for each value that occurs in one of its events.</summary>
    public static bool Meets(ConstraintModel constraint, List<ConcreteEvent> events) =>
        Values(constraint, events).All(key => constraint.Automaton.Accepting[Run(constraint, events, key)]);

    /// <summary>The values for which a constraint is judged; one for a constraint that is not correlated.</summary>
    public static List<int> Values(ConstraintModel constraint, List<ConcreteEvent> events) =>
        constraint.Key is null ? [-1] : [.. events.Where(e => e.MatchedAtoms(constraint) != 0).Select(e => e.Key).Distinct()];

    public static int Run(ConstraintModel constraint, List<ConcreteEvent> events, int key)
    {
        var state = 0;
        foreach (var e in events)
            if (e.Letter(constraint, constraint.Key is null || e.Key == key) is >= 0 and var letter)
                state = constraint.Automaton.Next[(state * constraint.Automaton.Letters) + letter];
        return state;
    }

    private static bool IsConversation(PolicyModel model, List<ConcreteEvent> events)
    {
        if (events is not [{ Kind: PolicyEventKind.UserTurn }, ..])
            return false;
        var place = 0;
        foreach (var e in events)
        {
            var signal = Array.IndexOf(model.Signals, e.Name);
            if (e.Kind == PolicyEventKind.Signal && signal < place)
                return false;
            place = e.Kind switch { PolicyEventKind.UserTurn => 0, PolicyEventKind.Signal => signal + 1, _ => int.MaxValue };
        }

        return true;
    }

    private static PolicyEventKind KindOf(PolicyModel model, string name) => name switch
    {
        EventNames.UserTurn => PolicyEventKind.UserTurn,
        EventNames.Reply => PolicyEventKind.Reply,
        _ => model.Signals.Contains(name) ? PolicyEventKind.Signal : PolicyEventKind.Call,
    };

    // Events of which no value matters are of one that nothing else has.
    private static int KeyOf(WitnessEvent e) => e.Keys is [var key] ? int.Parse(key[(key.IndexOf('#') + 1)..], System.Globalization.CultureInfo.InvariantCulture) : 0;
}
