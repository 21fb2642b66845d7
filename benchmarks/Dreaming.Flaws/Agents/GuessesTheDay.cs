using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Of two days takes the first.</summary>
public sealed class GuessesTheDay : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Of two days takes the first.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.AmbiguityFork;

    /// <inheritdoc/>
    protected override Wish Understand(Talk talk)
    {
        var wish = base.Understand(talk);
        return wish with { Days = [.. wish.Days.Take(1)] };
    }
}
