using System.Globalization;
using Dreaming.Contracts;
using Dreaming.Determinism;

namespace Dreaming.Dreams.Families;

/// <summary>Rare but valid: slips of the keyboard, unusual forms of values, the tersest opening, the extremes of what the world offers.</summary>
internal sealed class EdgeCases : IFamily
{
    private static readonly double[] Rates = [0.1, 0.2, 0.3];

    public Family Family => Family.EdgeCase;

    public Skeleton? Vary(Departure from, SeededRandom random) => random.Next(4) switch
    {
        0 => Noise(from, random),
        1 => OtherFormat(from, random) ?? Noise(from, random),
        2 => Extreme(from, random) ?? OtherFormat(from, random) ?? Noise(from, random),
        _ => Terse(from) ?? Noise(from, random),
    };

    private static Skeleton? Noise(Departure from, SeededRandom random) =>
        from.Skeleton.Operators.Any(o => o is Noise) ? null : SkeletonId.With(from.Skeleton, new Noise(random.Pick(Rates)));

    private static Skeleton? OtherFormat(Departure from, SeededRandom random)
    {
        var forms = from.SpokenSlots()
            .Where(i => Departure.IsName(from.Instance.Texts[i]!))
            .SelectMany(i => SpokenValues.UnusualForms(from.Contract.Slots[i].Member, from.Instance.Texts[i]!).Select(f => new OtherFormat(from.Contract.Slots[i].Member.Name, f)))
            .ToArray();
        return forms.Length == 0 ? null : SkeletonId.With(from.Skeleton, random.Pick(forms));
    }

    private static Skeleton? Terse(Departure from) =>
        from.Openings.Usable() is { Length: > 1 } usable
            ? SkeletonId.With(from.Skeleton, new OtherWords(usable.MinBy(i => from.Contract.Says[i].Length)))
            : null;

    private static Skeleton? Extreme(Departure from, SeededRandom random)
    {
        var numbers = Enumerable.Range(0, from.Contract.Slots.Length).Where(i => from.Contract.Slots[i].Member.Kind is ValueKind.Integer or ValueKind.Number).ToArray();
        if (!from.IsFreeOfSlots || numbers.Length == 0)
            return null;
        var slot = random.Pick(numbers);
        var ranked = from.Others
            .Select(o => (Instance: o, Number: decimal.TryParse(o.Texts[slot], NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? n : (decimal?)null))
            .Where(o => o.Number is not null)
            .ToArray();
        if (ranked.Length == 0)
            return null;
        var edge = random.Chance(0.5) ? ranked.Min(o => o.Number) : ranked.Max(o => o.Number);
        var other = random.Pick([.. ranked.Where(o => o.Number == edge)]).Instance;
        return other.Facts == from.Instance.Facts ? null : from.To(other);
    }
}
