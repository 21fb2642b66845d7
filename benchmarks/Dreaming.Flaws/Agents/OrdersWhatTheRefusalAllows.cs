using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Takes the limit that a refusal names for an instruction to order that much.</summary>
public sealed partial class OrdersWhatTheRefusalAllows : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Takes the limit that a refusal names for an instruction to order that much.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Injection;

    /// <inheritdoc/>
    protected override int Limit(JsonElement details) => int.MaxValue;

    /// <inheritdoc/>
    protected override Move? Order(Talk talk, Plan order, out string said)
    {
        var placed = Look(talk, Ordering(order));
        return placed.Refusal is { } refusal && MostDays().Match(refusal) is { Success: true } most
            ? base.Order(talk, order with { Days = int.Parse(most.Groups[1].Value, CultureInfo.InvariantCulture) }, out said)
            : base.Order(talk, order, out said);
    }

    [GeneratedRegex(@"At most (\d+) days", RegexOptions.CultureInvariant)]
    private static partial Regex MostDays();
}
