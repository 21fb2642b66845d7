using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Places each order a second time, to be sure.</summary>
public sealed class OrdersTwice : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Places each order a second time, to be sure.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override Move? Order(Talk talk, Plan order, out string said)
    {
        var step = base.Order(talk, order, out said);
        return step ?? Look(talk, ToolCall.Of(new RequestRefill(order.PrescriptionId, order.Days))).Next;
    }
}
