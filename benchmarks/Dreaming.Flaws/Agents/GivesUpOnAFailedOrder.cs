using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Does not try again when an order is not answered.</summary>
public sealed class GivesUpOnAFailedOrder : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Does not try again when an order is not answered.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.NoRetry;

    /// <inheritdoc/>
    protected override Lookup AfterFault(Talk talk, ToolCall call, ToolAnswer answer, int tries) =>
        call.Tool == RequestRefill.Contract.Name ? new(null, "not answered", null) : base.AfterFault(talk, call, answer, tries);
}
