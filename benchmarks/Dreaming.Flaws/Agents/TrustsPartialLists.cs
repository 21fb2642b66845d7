using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Takes a list of which entries are missing for all there is.</summary>
public sealed class TrustsPartialLists : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Takes a list of which entries are missing for all there is.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.FailureInjection;

    /// <inheritdoc/>
    protected override Lookup AfterFault(Talk talk, ToolCall call, ToolAnswer answer, int tries) =>
        answer.Kind == AnswerKind.Partial ? new(answer.Json, null, null) : base.AfterFault(talk, call, answer, tries);
}
