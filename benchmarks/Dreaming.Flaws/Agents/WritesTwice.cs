using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Sends a reminder right after each message to a prescriber.</summary>
public sealed class WritesTwice : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Sends a reminder right after each message to a prescriber.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override Move? Refer(Talk talk, string patientId, Plan plan, out string said)
    {
        var step = base.Refer(talk, patientId, plan, out said);
        return step ?? (talk.Did(SendMessage.Contract.Name)
            ? Look(talk, ToolCall.Of(new SendMessage(patientId, plan.PrescriptionId, "A reminder of the message above.", plan.Topic))).Next
            : null);
    }
}
