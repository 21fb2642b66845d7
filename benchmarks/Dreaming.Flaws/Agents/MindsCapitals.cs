using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Knows a medicine only when its capitals are right.</summary>
public sealed class MindsCapitals : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Knows a medicine only when its capitals are right.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.EdgeCase;

    /// <inheritdoc/>
    protected override Reader Reader { get; } = new Words();

    private sealed class Words : Reader
    {
        public override ImmutableArray<Mention<string>> Medicines(string text, IEnumerable<string> names) => [.. base.Medicines(text, names).Where(m => text[m.At..m.End] == m.Value)];
    }
}
