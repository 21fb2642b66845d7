using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Does not ask for how many days a supply is needed, and orders the usual one.</summary>
public sealed class AssumesTheLength : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Does not ask for how many days a supply is needed, and orders the usual one.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.UnderAsking;

    /// <inheritdoc/>
    protected override IEnumerable<string> Missing(Wish wish) =>
        base.Missing(wish.Kind == WishKind.Travel ? wish with { Kind = WishKind.Repeat } : wish);
}
