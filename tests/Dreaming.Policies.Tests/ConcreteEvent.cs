namespace Dreaming.Policies.Tests;

/// <summary>An event with a value of the key, as a conversation would have it.</summary>
internal sealed record ConcreteEvent(PolicyEventKind Kind, string Name, bool Succeeded, bool Guarded, int Key)
{
    /// <summary>Every event of a model, with so many values of the key.</summary>
    public static List<ConcreteEvent> All(PolicyModel model, int keys)
    {
        var all = new List<ConcreteEvent>
        {
            new(PolicyEventKind.UserTurn, EventNames.UserTurn, false, false, 0),
            new(PolicyEventKind.Reply, EventNames.Reply, false, false, 0),
            new(PolicyEventKind.Call, EventNames.AnyCall, false, false, 0),
        };
        foreach (var name in model.Tools.Concat(model.Signals))
            foreach (var guarded in new[] { false, true })
                foreach (var succeeded in new[] { false, true })
                    for (var key = 0; key < keys; key++)
                        if (!succeeded || name.StartsWith("tool", StringComparison.Ordinal))
                            all.Add(new(name.StartsWith("tool", StringComparison.Ordinal) ? PolicyEventKind.Call : PolicyEventKind.Signal, name, succeeded, guarded, key));
        return all;
    }

    public PolicyEvent AsEvent() => Kind switch
    {
        PolicyEventKind.UserTurn => PolicyEvent.OfUserTurn("") with { Value = Happening.Of() },
        PolicyEventKind.Reply => PolicyEvent.OfReply("") with { Value = Happening.Of() },
        PolicyEventKind.Call when Name == EventNames.AnyCall => PolicyEvent.OfUnknownCall(),
        _ => new(Kind, Name, Guarded ? Happening.Of("k" + Key, "Guard") : Happening.Of("k" + Key), Succeeded),
    };

    /// <summary>The bits of the atoms that the event is one of; -1 when the constraint does not see it. Written from the description, on its own.</summary>
    public int Letter(ConstraintModel constraint, bool ownKey)
    {
        var seen = Kind switch { PolicyEventKind.Call => true, PolicyEventKind.Signal => constraint.Scope >= 1, _ => constraint.Scope == 2 };
        if (!seen)
            return -1;
        var letter = 0;
        if (ownKey)
            letter = MatchedAtoms(constraint);
        var counted = constraint.Tick switch { 1 => Kind == PolicyEventKind.UserTurn, 2 => Kind == PolicyEventKind.Call, _ => false };
        return counted ? letter + (1 << constraint.Atoms.Length) : letter;
    }

    public int MatchedAtoms(ConstraintModel constraint)
    {
        var bits = 0;
        for (var at = 0; at < constraint.Atoms.Length; at++)
        {
            var atom = constraint.Atoms[at];
            var named = atom.Events.Contains(Name) || (Kind == PolicyEventKind.Call && atom.Events.Contains(EventNames.AnyCall));
            var succeeded = !atom.Succeeded || Kind != PolicyEventKind.Call || Succeeded;
            if (named && succeeded && (atom.Guard is null || Guarded))
                bits += 1 << at;
        }

        return bits;
    }
}
