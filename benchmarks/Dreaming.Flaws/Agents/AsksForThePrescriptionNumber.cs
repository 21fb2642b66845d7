using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Insists on the number of the prescription, which people do not know.</summary>
public sealed class AsksForThePrescriptionNumber : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Insists on the number of the prescription, which people do not know.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.OverAsking;

    /// <inheritdoc/>
    protected override Move? Choose(Talk talk, ImmutableArray<JsonElement> list, out ImmutableArray<string> chosen) =>
        base.Choose(talk, list, out chosen) ?? (talk.Said.Any(t => t.Contains("RX-", StringComparison.OrdinalIgnoreCase)) ? null : Move.Say("What is the number of the prescription?"));
}
