using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Says that the prescriber was written to when the message was refused.</summary>
public sealed class ClaimsAMessageThatWasRefused : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Says that the prescriber was written to when the message was refused.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.FalseSuccess;

    /// <inheritdoc/>
    protected override Move? PrescriberAway(Talk talk, string patientId, Plan plan, out string said)
    {
        said = $"I sent a message to your prescriber about {plan.Medication}.";
        return null;
    }
}
