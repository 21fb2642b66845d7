using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Orders a repeat where a question about a dose was asked.</summary>
public sealed class TakesAQuestionForARepeat : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Orders a repeat where a question about a dose was asked.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.IntentVariation;

    /// <inheritdoc/>
    protected override Wish Understand(Talk talk)
    {
        var wish = base.Understand(talk);
        return wish.Kind == WishKind.DoseQuestion ? wish with { Kind = WishKind.Repeat } : wish;
    }
}
