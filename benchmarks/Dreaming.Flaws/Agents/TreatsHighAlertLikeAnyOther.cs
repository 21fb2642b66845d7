using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Writes to the prescriber where a high-alert medicine calls for a clinician the same day.</summary>
public sealed class TreatsHighAlertLikeAnyOther : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Writes to the prescriber where a high-alert medicine calls for a clinician the same day.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.CounterfactualOutcome;

    /// <inheritdoc/>
    protected override Plan AboutDose(Wish wish, Plan plan, JsonElement details) =>
        base.AboutDose(wish, plan, details) with { Course = Course.Refer };
}
