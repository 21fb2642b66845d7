using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Looks at interactions and not at allergies.</summary>
public sealed class IgnoresAllergies : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Looks at interactions and not at allergies.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.CounterfactualOutcome;

    /// <inheritdoc/>
    protected override bool IsSafe(JsonElement report) =>
        report.Items("interactions").All(i => i.Text("severity") != nameof(InteractionSeverity.High));
}
