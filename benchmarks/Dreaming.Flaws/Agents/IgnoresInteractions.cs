using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Runs the check and does not look at what it found.</summary>
public sealed class IgnoresInteractions : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Runs the check and does not look at what it found.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.CounterfactualOutcome;

    /// <inheritdoc/>
    protected override bool IsSafe(JsonElement report) =>
        true;
}
