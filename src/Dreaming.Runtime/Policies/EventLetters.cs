using Dreaming.Contracts;

namespace Dreaming.Policies;

/// <summary>What an event that happened is to a constraint.</summary>
internal static class EventLetters
{
    /// <summary>Whether the constraint sees it at all.</summary>
    public static bool IsSeen(ConstraintContract constraint, in PolicyEvent happened) => KindOf(happened).IsSeenBy(constraint);

    /// <summary>Its letter for a value that it does not concern.</summary>
    public static int Other(ConstraintContract constraint, in PolicyEvent happened) => KindOf(happened).Ticks(constraint) ? 1 << constraint.Atoms.Length : 0;

    /// <summary>Its letter for each value that it concerns; none when the constraint does not speak about it. An uncorrelated constraint has one value, <see cref="CorrelationKey.None"/>.</summary>
    public static List<(CorrelationKey Key, int Letter)> Of(ConstraintContract constraint, in PolicyEvent happened)
    {
        var letters = new List<(CorrelationKey Key, int Letter)>(1);
        for (var i = 0; i < constraint.Atoms.Length; i++)
        {
            var atom = constraint.Atoms[i];
            if (!Matches(atom, happened))
                continue;
            var key = constraint.Key is not null && atom.KeyOf is { } read && happened.Value is { } value ? read(value) : CorrelationKey.None;
            var at = letters.FindIndex(l => l.Key == key);
            if (at < 0)
                letters.Add((key, 1 << i | Other(constraint, happened)));
            else
                letters[at] = (key, letters[at].Letter | 1 << i);
        }

        return letters;
    }

    /// <summary>Its letter for one value.</summary>
    public static int Of(ConstraintContract constraint, in PolicyEvent happened, CorrelationKey key)
    {
        foreach (var (concerned, letter) in Of(constraint, happened))
            if (concerned == key)
                return letter;
        return Other(constraint, happened);
    }

    private static EventKind KindOf(in PolicyEvent happened) => new(happened.Kind, happened.Name);

    private static bool Matches(AtomContract atom, in PolicyEvent happened) =>
        KindOf(happened).IsNamedBy(atom)
        && (!atom.Succeeded || happened.Kind != PolicyEventKind.Call || happened.Succeeded)
        && (atom.Holds is not { } holds || (happened.Value is { } value && holds(value)));
}
