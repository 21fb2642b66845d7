using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Takes a request for somebody else for one of the person who writes.</summary>
public sealed class ServesTheWriter : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Takes a request for somebody else for one of the person who writes.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.IntentVariation;

    /// <inheritdoc/>
    protected override Wish Understand(Talk talk)
    {
        var wish = base.Understand(talk);
        return wish with { ForSomebodyElse = false, Numbers = wish.Numbers is [_] ? wish.Numbers : [.. wish.Numbers.Concat(wish.OtherNumbers).Take(1)] };
    }
}
