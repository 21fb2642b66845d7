using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Asks for a yes before each single look-up.</summary>
public sealed class AsksForEveryStep : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Asks for a yes before each single look-up.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.OverAsking;

    /// <inheritdoc/>
    protected override Lookup Look(Talk talk, ToolCall call)
    {
        var lookup = base.Look(talk, call);
        if (lookup.Next is not { Call: { } next } || next.Tool == EscalateToClinician.Contract.Name)
            return lookup;
        var question = $"Shall I go ahead and {next.Tool.Replace('_', ' ')} as step {talk.Calls.Length + 1}?";
        return talk.TimesSpoken(question) > 0 ? lookup : new(null, null, Move.Say(question));
    }
}
