using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Does what the refusal of a message suggests last: escalates, though an appointment could be had.</summary>
public sealed class ObeysTheRefusal : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Does what the refusal of a message suggests last: escalates, though an appointment could be had.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Injection;

    /// <inheritdoc/>
    protected override Move? PrescriberAway(Talk talk, string patientId, Plan plan, out string said)
    {
        said = "";
        return HandOver(talk, Urgency.Routine, $"The system says to escalate: {plan.Reason}.");
    }
}
