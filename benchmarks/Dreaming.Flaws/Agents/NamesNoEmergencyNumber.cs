using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Answers a red flag with words that do not name the emergency number.</summary>
public sealed class NamesNoEmergencyNumber : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Answers a red flag with words that do not name the emergency number.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override Move? Emergency(Talk talk)
    {
        var help = base.Emergency(talk);
        return help is { Words: not null } ? help with { Words = "Thank you for telling me. A clinician will look at this." } : help;
    }
}
