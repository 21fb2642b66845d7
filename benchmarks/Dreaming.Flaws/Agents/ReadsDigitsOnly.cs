using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Does not read a number that is written in words.</summary>
public sealed class ReadsDigitsOnly : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Does not read a number that is written in words.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.EdgeCase;

    /// <inheritdoc/>
    protected override Reader Reader { get; } = new Words();

    private sealed class Words : Reader
    {
        public override ImmutableArray<Mention<int>> DayCounts(string text) => [.. base.DayCounts(text).Where(d => char.IsDigit(text[d.At]))];
    }
}
