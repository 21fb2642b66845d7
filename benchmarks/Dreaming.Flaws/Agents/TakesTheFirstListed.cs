using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Where no medicine was named, takes the first on the list.</summary>
public sealed class TakesTheFirstListed : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Where no medicine was named, takes the first on the list.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.UnderAsking;

    /// <inheritdoc/>
    protected override Move? Choose(Talk talk, ImmutableArray<JsonElement> list, out ImmutableArray<string> chosen)
    {
        var question = base.Choose(talk, list, out chosen);
        if (question is null || WantedMedicines.Of(talk, Reader, [.. list.Select(p => p.Text("medication")).OfType<string>()]) is not { Slots.IsEmpty: true })
            return question;
        chosen = [.. list.Select(p => p.Text("prescription_id")).OfType<string>().Take(1)];
        return chosen.IsEmpty ? question : null;
    }
}
