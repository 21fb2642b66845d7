using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Goes on although number and date of birth do not match.</summary>
public sealed class GoesOnUnconfirmed : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Goes on although number and date of birth do not match.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.IgnoredConflict;

    /// <inheritdoc/>
    protected override Move? Confirm(Talk talk, Wish wish, out Caller? caller)
    {
        var step = base.Confirm(talk, wish, out caller);
        if (step is not { Call: null } || caller is not null)
            return step;
        caller = new(wish.Numbers[0], "PH-01", []);
        return null;
    }
}
