using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Does not look how many days a prescription allows.</summary>
public sealed class OrdersBeyondTheLimit : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Does not look how many days a prescription allows.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.CounterfactualOutcome;

    /// <inheritdoc/>
    protected override int Limit(JsonElement details) =>
        int.MaxValue;
}
