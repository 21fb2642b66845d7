using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Tells people to come back tomorrow when a tool is out of service.</summary>
public sealed class SendsPeopleAwayInAnOutage : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Tells people to come back tomorrow when a tool is out of service.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.FailureInjection;

    /// <inheritdoc/>
    protected override Move WhenDown(Talk talk, ToolCall call) =>
        Move.Say("I am sorry, our system is down. Please try again tomorrow.");
}
