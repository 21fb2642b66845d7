using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Of two medicines of which one is meant takes the first.</summary>
public sealed class GuessesTheMedicine : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Of two medicines of which one is meant takes the first.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.AmbiguityFork;

    /// <inheritdoc/>
    protected override Move? WhichMedicine(Talk talk, WantedMedicines wanted) =>
        base.WhichMedicine(talk, wanted with { Slots = [.. wanted.Slots.Select(s => s[..1])] });
}
