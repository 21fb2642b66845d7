using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Orders without a check of interactions.</summary>
public sealed class SkipsTheInteractionCheck : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Orders without a check of interactions.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override Move? Interactions(Talk talk, string prescriptionId, out bool safe)
    {
        safe = true;
        return null;
    }
}
