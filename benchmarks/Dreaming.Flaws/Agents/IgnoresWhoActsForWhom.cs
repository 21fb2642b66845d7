using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Turns everybody away who writes for somebody else, on record or not.</summary>
public sealed class IgnoresWhoActsForWhom : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Turns everybody away who writes for somebody else, on record or not.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.CounterfactualOutcome;

    /// <inheritdoc/>
    protected override bool MayActFor(Caller caller, string patientId) =>
        false;
}
