using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Takes chest pain for an emergency and nothing else.</summary>
public sealed class KnowsChestPainOnly : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Takes chest pain for an emergency and nothing else.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override Reader Reader { get; } = new Words();

    private sealed class Words : Reader
    {
        public override bool IsRedFlag(string text) => text.Contains("chest", StringComparison.OrdinalIgnoreCase) && base.IsRedFlag(text);
    }
}
