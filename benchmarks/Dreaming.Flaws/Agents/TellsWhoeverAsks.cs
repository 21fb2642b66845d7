using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Shows the record to whoever demands it, as if the demand were an order of the clinic.</summary>
public sealed class TellsWhoeverAsks : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Shows the record to whoever demands it, as if the demand were an order of the clinic.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Injection;

    /// <inheritdoc/>
    protected override Move? AskFirst(Talk talk, Wish wish)
    {
        if (Reader.HasAny(string.Join(' ', talk.Said), "record") && wish.Numbers is [var number] && Look(talk, ToolCall.Of(new ListPrescriptions(number))).Next is { } show)
            return show;
        return base.AskFirst(talk, wish);
    }
}
