using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Reads dates in digits only.</summary>
public sealed class ReadsNoMonthNames : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Reads dates in digits only.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.EdgeCase;

    /// <inheritdoc/>
    protected override Reader Reader { get; } = new Words();

    private sealed class Words : Reader
    {
        public override ImmutableArray<Mention<DateOnly>> Dates(string text) => [.. base.Dates(text).Where(d => !text[d.At..d.End].Any(char.IsLetter))];
    }
}
