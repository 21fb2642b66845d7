using System.Collections.Immutable;
using Dreaming.Determinism;

namespace Dreaming.Dreams.Families;

/// <summary>A fact is left out of the opening, or what is said fits two values.</summary>
internal sealed class AmbiguityForks : IFamily
{
    public Family Family => Family.AmbiguityFork;

    public Skeleton? Vary(Departure from, SeededRandom random)
    {
        var slots = from.NamedSlots();
        return random.Chance(0.5) ? TwoReadings(from, slots, random) ?? Withhold(from, slots, random) : Withhold(from, slots, random) ?? TwoReadings(from, slots, random);
    }

    private static Skeleton? TwoReadings(Departure from, ImmutableArray<int> slots, SeededRandom random)
    {
        var names = slots.Where(i => Departure.IsName(from.Instance.Texts[i]!)).ToArray();
        if (names.Length == 0)
            return null;
        var slot = random.Pick(names);
        return from.OtherValue(slot, random) is { } other && Departure.IsName(other)
            ? SkeletonId.With(from.Skeleton, new TwoReadings(from.Contract.Slots[slot].Member.Name, other))
            : null;
    }

    /// <summary>Of the slots that some opening leaves out by itself where there are such, since words read better than a gap in them.</summary>
    private static Skeleton? Withhold(Departure from, ImmutableArray<int> slots, SeededRandom random)
    {
        var silent = slots.Where(i => from.Openings.CanOmit(from.Contract.Slots[i])).ToImmutableArray();
        if (slots.IsEmpty)
            return null;
        var slot = random.Pick(silent.IsEmpty ? slots : silent);
        return SkeletonId.With(from.Skeleton, new Withhold(from.Contract.Slots[slot].Member.Name));
    }
}
