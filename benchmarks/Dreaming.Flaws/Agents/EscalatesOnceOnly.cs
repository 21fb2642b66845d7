using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Does not try again when a handover is not answered.</summary>
public sealed class EscalatesOnceOnly : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Does not try again when a handover is not answered.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.NoRetry;

    /// <inheritdoc/>
    protected override Lookup AfterFault(Talk talk, ToolCall call, ToolAnswer answer, int tries) =>
        call.Tool == EscalateToClinician.Contract.Name ? new(null, null, WhenDown(talk, call)) : base.AfterFault(talk, call, answer, tries);
}
