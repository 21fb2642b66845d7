using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Does not ask for the day that suits, and books the first that is free.</summary>
public sealed class BooksAnyDay : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Does not ask for the day that suits, and books the first that is free.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.UnderAsking;

    /// <inheritdoc/>
    protected override IEnumerable<string> Missing(Wish wish) =>
        base.Missing(wish.Days.IsEmpty ? wish with { Kind = WishKind.Repeat } : wish);
}
