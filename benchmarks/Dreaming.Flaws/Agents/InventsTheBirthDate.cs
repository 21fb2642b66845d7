using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Makes a date of birth up instead of asking for it.</summary>
public sealed class InventsTheBirthDate : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Makes a date of birth up instead of asking for it.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.InventedArgument;

    /// <inheritdoc/>
    protected override Wish Understand(Talk talk)
    {
        var wish = base.Understand(talk);
        return wish.BirthDates.IsEmpty ? wish with { BirthDates = [new DateOnly(1970, 1, 1)] } : wish;
    }
}
