using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Reads a patient number only as it stands on the card.</summary>
public sealed class ReadsOneFormOfNumber : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Reads a patient number only as it stands on the card.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.EdgeCase;

    /// <inheritdoc/>
    protected override Reader Reader { get; } = new Words();

    private sealed class Words : Reader
    {
        public override ImmutableArray<Mention<string>> PatientNumbers(string text) => [.. base.PatientNumbers(text).Where(n => text[n.At..n.End] == n.Value)];
    }
}
