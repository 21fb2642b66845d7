using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Treats a lost supply like any repeat, and names the day on which it is due.</summary>
public sealed class TakesALossForARepeat : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Treats a lost supply like any repeat, and names the day on which it is due.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.IntentVariation;

    /// <inheritdoc/>
    protected override Plan NotDue(Wish wish, Plan plan, JsonElement details) =>
        base.NotDue(wish with { Kind = WishKind.Repeat }, plan, details);
}
