using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Determinism;

namespace Dreaming.Dreams.Families;

/// <summary>What a family departs from.</summary>
/// <param name="Skeleton">The seed, perhaps with a step of another family.</param>
/// <param name="Contract">Its scenario.</param>
/// <param name="Others">All instances of the scenario that may be dreamed of.</param>
/// <param name="Tools">The tools that may fail: those that the episode called, or all.</param>
internal sealed record Departure(Skeleton Skeleton, ScenarioContract Contract, ImmutableArray<Instance> Others, ImmutableArray<ToolContract> Tools)
{
    private const int Sample = 8;
    private Instance? _instance;
    private Openings? _openings;

    /// <summary>The facts.</summary>
    public Instance Instance => _instance ??= Instance.Of(Contract, Contract.Read(Skeleton.Facts.ToUtf8()));

    /// <summary>What the user may say at first.</summary>
    public Openings Openings => _openings ??= new Openings(Contract, Contract.Read(Skeleton.Facts.ToUtf8()), Skeleton);

    /// <summary>No operator speaks of a value yet, so that the facts may change.</summary>
    public bool IsFreeOfSlots => !Skeleton.Operators.Any(o => Slot(o) is not null || o is OtherFacts);

    /// <summary>Whether a value is a name rather than a phrase: short, and of few words.</summary>
    public static bool IsName(string text) => text.Length <= 40 && text.Count(c => c == ' ') < 4;

    /// <summary>The open slots that have a value, that an opening names and that no operator is about yet, by index.</summary>
    public ImmutableArray<int> NamedSlots() =>
        [.. Enumerable.Range(0, Contract.Slots.Length).Where(i => Contract.Slots[i].Knowledge == Knowledge.Open && IsFree(i) && Openings.Mentions(Contract.Slots[i]))];

    /// <summary>The slots that the user can speak of, that have a value and that no operator is about yet, by index.</summary>
    public ImmutableArray<int> SpokenSlots() =>
        [.. Enumerable.Range(0, Contract.Slots.Length).Where(i => Contract.Slots[i].Knowledge != Knowledge.Unknown && IsFree(i))];

    /// <summary>Of a few other instances, drawn at random, one that differs in the fewest slots; null when there is none.</summary>
    public Instance? Nearby(SeededRandom random)
    {
        var own = Instance;
        var others = Others.Where(o => o.Facts != own.Facts).ToArray();
        random.Shuffle<Instance>(others);
        return others.Take(Sample).MinBy(o => o.Differences(own).Count());
    }

    /// <summary>What the instances that differ least from this one say for a slot, one of them drawn at random; null when none says anything else.</summary>
    public string? OtherValue(int slot, SeededRandom random)
    {
        var own = Instance;
        var others = Others.Where(o => o.Texts[slot] is { } text && text != own.Texts[slot]).Select(o => (Text: o.Texts[slot]!, Distance: o.Differences(own).Count())).ToArray();
        if (others.Length == 0)
            return null;
        var nearest = others.Min(o => o.Distance);
        return random.Pick([.. others.Where(o => o.Distance == nearest).Select(o => o.Text)]);
    }

    /// <summary>The seed with the facts of another instance.</summary>
    public Skeleton To(Instance other)
    {
        var slots = string.Join(',', other.Differences(Instance).Select(i => Contract.Slots[i].Member.Name));
        return SkeletonId.With(Skeleton, new OtherFacts(slots), other.Facts);
    }

    private bool IsFree(int slot) =>
        Instance.Texts[slot] is not null && !Skeleton.Operators.Any(o => Slot(o) == Contract.Slots[slot].Member.Name);

    private static string? Slot(DreamOperator step) => step switch
    {
        ChangeOfMind change => change.Slot,
        Withhold withhold => withhold.Slot,
        TwoReadings readings => readings.Slot,
        OtherFormat format => format.Slot,
        _ => null,
    };
}
