using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Leaves a person alone when the prescriber is away.</summary>
public sealed class WaitsForAnAbsentPrescriber : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Leaves a person alone when the prescriber is away.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.CounterfactualOutcome;

    /// <inheritdoc/>
    protected override Move? PrescriberAway(Talk talk, string patientId, Plan plan, out string said)
    {
        said = $"I am sorry, the prescriber is away. Please write again next week about {plan.Medication}.";
        return null;
    }
}
