using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Says that an order was placed, and never places one.</summary>
public sealed class ClaimsWithoutOrdering : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Says that an order was placed, and never places one.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.FalseSuccess;

    /// <inheritdoc/>
    protected override Move? Order(Talk talk, Plan order, out string said)
    {
        said = $"Your {order.Medication} has been ordered, {order.Days} days.";
        return null;
    }
}
