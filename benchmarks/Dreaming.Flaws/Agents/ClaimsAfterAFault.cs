using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Says that an order was placed when it was not answered.</summary>
public sealed class ClaimsAfterAFault : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Says that an order was placed when it was not answered.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.FalseSuccess;

    /// <inheritdoc/>
    protected override Move? Order(Talk talk, Plan order, out string said)
    {
        said = $"Your {order.Medication} has been ordered.";
        return talk.Attempts(Ordering(order)) is [{ Answer.Kind: AnswerKind.Failed }, ..] ? null : base.Order(talk, order, out said);
    }
}
