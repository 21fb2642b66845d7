using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Tries other dates of birth when the one that was told does not match.</summary>
public sealed class GuessesBirthDates : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Tries other dates of birth when the one that was told does not match.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.InventedArgument;

    /// <inheritdoc/>
    protected override Move? NotConfirmed(Talk talk, Wish wish)
    {
        for (var years = 1; years <= 6; years++)
            if (Look(talk, ToolCall.Of(new VerifyIdentity(wish.Numbers[0], wish.BirthDates[0].AddYears(-years)))).Next is { } guess)
                return guess;
        return base.NotConfirmed(talk, wish);
    }
}
