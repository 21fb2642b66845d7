using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Repeats a message that was refused, as if it had not been answered.</summary>
public sealed class RetriesRefusals : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Repeats a message that was refused, as if it had not been answered.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.EndlessRetry;

    /// <inheritdoc/>
    protected override Lookup Look(Talk talk, ToolCall call)
    {
        var lookup = base.Look(talk, call);
        return lookup.Refusal is not null && call.Tool == SendMessage.Contract.Name ? new(null, null, Move.Do(call)) : lookup;
    }
}
