using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Takes the first fault of any tool for the last word.</summary>
public sealed class GivesUpAtTheFirstFault : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Takes the first fault of any tool for the last word.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.NoRetry;

    /// <inheritdoc/>
    protected override Lookup AfterFault(Talk talk, ToolCall call, ToolAnswer answer, int tries) =>
        new(null, null, Move.Say("I am sorry, our system has a problem and I cannot go on."));
}
