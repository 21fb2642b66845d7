using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Makes the number of the prescription up from the patient number.</summary>
public sealed class InventsThePrescriptionNumber : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Makes the number of the prescription up from the patient number.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.InventedArgument;

    /// <inheritdoc/>
    protected override Move? Choose(Talk talk, ImmutableArray<JsonElement> list, out ImmutableArray<string> chosen)
    {
        var question = base.Choose(talk, list, out chosen);
        chosen = [.. chosen.Select(id => $"RX-1{id[4..]}")];
        return question;
    }
}
