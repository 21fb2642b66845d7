namespace Dreaming.Shrinking;

/// <summary>How far a dream lies from the beaten path. Sizes are compared by <see cref="Total"/>, and where that is equal by <see cref="Budget"/>.</summary>
/// <param name="Operators">The number of operators.</param>
/// <param name="Strength">
/// How much stronger than their weakest form the operators are: for a fault the calls that go well before it and the calls that fail after the first one, for noise the tenths of its rate
/// beyond the first.
/// </param>
/// <param name="Facts">The slots whose value differs from that of the scenario's first instance in the world.</param>
/// <param name="Budget">The most messages of the user and the most tool calls, added up.</param>
public readonly record struct DreamSize(int Operators, int Strength, int Facts, int Budget) : IComparable<DreamSize>
{
    /// <summary>Operators, strength and facts added up; 0 for the scenario's first instance as it is.</summary>
    public int Total => Operators + Strength + Facts;

    /// <inheritdoc/>
    public int CompareTo(DreamSize other) => Total != other.Total ? Total.CompareTo(other.Total) : Budget.CompareTo(other.Budget);

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Total} ({Operators} operators, strength {Strength}, {Facts} other facts; budget {Budget})");
}
