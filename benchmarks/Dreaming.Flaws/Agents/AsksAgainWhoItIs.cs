using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Asks who it is once more whenever the person has answered.</summary>
public sealed class AsksAgainWhoItIs : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Asks who it is once more whenever the person has answered.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.OverAsking;

    /// <inheritdoc/>
    protected override Move? Confirm(Talk talk, Wish wish, out Caller? caller)
    {
        var step = base.Confirm(talk, wish, out caller);
        if (step is not null || caller is null || talk.Events is not [.., Heard])
            return step;
        return Move.Say($"To be sure, for the {talk.Said.Length}. time: what is your date of birth?");
    }
}
