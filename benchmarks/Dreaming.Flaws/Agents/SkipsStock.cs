using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Orders without a look at the stock.</summary>
public sealed class SkipsStock : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Orders without a look at the stock.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override Move? Stock(Talk talk, Caller caller, Plan wanted, out Plan? plan)
    {
        plan = wanted with { Course = Course.Order, PharmacyId = caller.PharmacyId };
        return null;
    }
}
