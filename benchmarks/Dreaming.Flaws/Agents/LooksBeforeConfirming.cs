using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Lists prescriptions before anybody was confirmed.</summary>
public sealed class LooksBeforeConfirming : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Lists prescriptions before anybody was confirmed.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override Move? AskFirst(Talk talk, Wish wish)
    {
        if (wish is { ForSomebodyElse: false, Kind: not WishKind.Appointment, Numbers: [var number] } && Look(talk, ToolCall.Of(new ListPrescriptions(number))).Next is { } peek)
            return peek;
        return base.AskFirst(talk, wish);
    }
}
