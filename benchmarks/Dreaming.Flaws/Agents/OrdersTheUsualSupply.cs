using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Orders the usual number of days, whatever is asked for.</summary>
public sealed class OrdersTheUsualSupply : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Orders the usual number of days, whatever is asked for.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.IntentVariation;

    /// <inheritdoc/>
    protected override int Days(Wish wish, JsonElement details) =>
        base.Days(wish with { Kind = WishKind.Repeat }, details);
}
