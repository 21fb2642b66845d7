using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Orders for the pick-up point that comes first, whoever asks.</summary>
public sealed class InventsThePickupPoint : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Orders for the pick-up point that comes first, whoever asks.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.InventedArgument;

    /// <inheritdoc/>
    protected override ToolCall Ordering(Plan order) =>
        base.Ordering(order with { PharmacyId = "PH-01" });
}
