using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Goes on with what was said at first, although it was taken back.</summary>
public sealed class KeepsTheFirstWord : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Goes on with what was said at first, although it was taken back.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.IgnoredConflict;

    /// <inheritdoc/>
    protected override Reader Reader { get; } = new Words();

    private sealed class Words : Reader
    {
        public override bool IsTakenBack(string text, int at) => false;
    }
}
