using Dreaming.Determinism;

namespace Dreaming.Dreams.Families;

/// <summary>The same kind of wish with other facts, in other words, or with a change of mind.</summary>
internal sealed class IntentVariations : IFamily
{
    public Family Family => Family.IntentVariation;

    public Skeleton? Vary(Departure from, SeededRandom random) => random.Next(3) switch
    {
        0 => OtherFacts(from, random) ?? OtherWords(from, random),
        1 => OtherWords(from, random) ?? OtherFacts(from, random),
        _ => ChangeOfMind(from, random) ?? OtherFacts(from, random),
    };

    private static Skeleton? OtherFacts(Departure from, SeededRandom random) =>
        from.IsFreeOfSlots && from.Nearby(random) is { } other ? from.To(other) : null;

    private static Skeleton? OtherWords(Departure from, SeededRandom random) =>
        from.Openings.Usable() is { Length: > 1 } usable ? SkeletonId.With(from.Skeleton, new OtherWords(random.Pick(usable))) : null;

    private static Skeleton? ChangeOfMind(Departure from, SeededRandom random)
    {
        if (from.NamedSlots() is not { IsEmpty: false } slots)
            return null;
        var slot = random.Pick(slots);
        return from.OtherValue(slot, random) is { } first ? SkeletonId.With(from.Skeleton, new ChangeOfMind(from.Contract.Slots[slot].Member.Name, first)) : null;
    }
}
