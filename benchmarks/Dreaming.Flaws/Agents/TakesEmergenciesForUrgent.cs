using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Hands a red flag over for the same day instead of at once.</summary>
public sealed class TakesEmergenciesForUrgent : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Hands a red flag over for the same day instead of at once.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override Urgency EmergencyUrgency => Urgency.SameDay;
}
