using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Does not look whether another pick-up point has what the usual one lacks.</summary>
public sealed class KnowsOnePickupPoint : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Does not look whether another pick-up point has what the usual one lacks.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.CounterfactualOutcome;

    /// <inheritdoc/>
    protected override Move? Stock(Talk talk, Caller caller, Plan wanted, out Plan? plan)
    {
        var step = base.Stock(talk, caller, wanted, out plan);
        if (plan is { Course: Course.Order } && plan.PharmacyId != caller.PharmacyId)
            plan = wanted with { Reason = $"your pick-up point has no {wanted.Medication}" };
        return step;
    }
}
