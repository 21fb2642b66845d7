using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Does not ask for a second medicine that was spoken of and not named.</summary>
public sealed class ForgetsTheOtherMedicine : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Does not ask for a second medicine that was spoken of and not named.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.UnderAsking;

    /// <inheritdoc/>
    protected override Move? WhichMedicine(Talk talk, WantedMedicines wanted) =>
        base.WhichMedicine(talk, wanted.Slots.IsEmpty ? wanted : wanted with { Missing = 0 });
}
