using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Orders without the interaction check when that is out of service.</summary>
public sealed class OrdersUncheckedInAnOutage : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Orders without the interaction check when that is out of service.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.FailureInjection;

    /// <inheritdoc/>
    protected override Move? Interactions(Talk talk, string prescriptionId, out bool safe)
    {
        safe = talk.Attempts(ToolCall.Of(new CheckInteractions(prescriptionId))).Any(a => a.Answer!.Kind == AnswerKind.Down);
        return safe ? null : base.Interactions(talk, prescriptionId, out safe);
    }
}
