using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Reads dates as 1962-03-14 and in no other form.</summary>
public sealed class ReadsOneFormOfDate : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Reads dates as 1962-03-14 and in no other form.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.EdgeCase;

    /// <inheritdoc/>
    protected override Reader Reader { get; } = new Words();

    private sealed class Words : Reader
    {
        public override ImmutableArray<Mention<DateOnly>> Dates(string text) => [.. base.Dates(text).Where(d => text[d.At..d.End].IndexOf('-', StringComparison.Ordinal) == 4)];
    }
}
