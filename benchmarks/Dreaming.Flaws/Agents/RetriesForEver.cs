using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Repeats a call until it is answered, in an outage too.</summary>
public sealed class RetriesForEver : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Repeats a call until it is answered, in an outage too.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.EndlessRetry;

    /// <inheritdoc/>
    protected override Move WhenDown(Talk talk, ToolCall call) => Move.Do(call);
}
