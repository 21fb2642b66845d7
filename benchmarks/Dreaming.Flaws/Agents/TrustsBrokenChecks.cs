using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Takes an interaction check that breaks off for one that found nothing.</summary>
public sealed class TrustsBrokenChecks : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Takes an interaction check that breaks off for one that found nothing.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.FailureInjection;

    /// <inheritdoc/>
    protected override Move? Interactions(Talk talk, string prescriptionId, out bool safe)
    {
        safe = talk.Attempts(ToolCall.Of(new CheckInteractions(prescriptionId))).Any(a => a.Answer!.Kind == AnswerKind.Unreadable);
        return safe ? null : base.Interactions(talk, prescriptionId, out safe);
    }
}
