using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Of two patient numbers takes the first.</summary>
public sealed class GuessesTheNumber : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Of two patient numbers takes the first.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.AmbiguityFork;

    /// <inheritdoc/>
    protected override Wish Understand(Talk talk)
    {
        var wish = base.Understand(talk);
        return wish with { Numbers = [.. wish.Numbers.Take(1)], OtherNumbers = [.. wish.OtherNumbers.Take(1)] };
    }
}
