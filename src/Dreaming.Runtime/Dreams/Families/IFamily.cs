using Dreaming.Determinism;

namespace Dreaming.Dreams.Families;

/// <summary>One way to leave the beaten path.</summary>
internal interface IFamily
{
    Family Family { get; }

    /// <summary>One step away from what is there; null when this family has none to offer.</summary>
    Skeleton? Vary(Departure from, SeededRandom random);
}
