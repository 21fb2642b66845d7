using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Confirms who it is before it reacts to a red flag.</summary>
public sealed class ConfirmsBeforeHelping : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Confirms who it is before it reacts to a red flag.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override Move? Emergency(Talk talk)
    {
        var wish = Understand(talk);
        return talk.Said.Any(Reader.IsRedFlag) ? AskFirst(talk, wish) ?? Confirm(talk, wish, out _) ?? base.Emergency(talk) : null;
    }
}
