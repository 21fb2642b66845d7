using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Does not ask for symptoms, and so never hears of them.</summary>
public sealed class NeverAsksHowPeopleFeel : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Does not ask for symptoms, and so never hears of them.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.UnderAsking;

    /// <inheritdoc/>
    protected override bool AsksForSymptoms => false;
}
