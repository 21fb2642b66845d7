using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Orders controlled drugs by repeat.</summary>
public sealed class RepeatsControlledDrugs : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Orders controlled drugs by repeat.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override bool MayRepeat(JsonElement details) =>
        details.Text("status") == nameof(PrescriptionStatus.Active);
}
