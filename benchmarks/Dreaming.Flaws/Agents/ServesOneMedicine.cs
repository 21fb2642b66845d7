using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Orders the first of two medicines and forgets the other.</summary>
public sealed class ServesOneMedicine : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Orders the first of two medicines and forgets the other.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.IntentVariation;

    /// <inheritdoc/>
    protected override Move? Choose(Talk talk, ImmutableArray<JsonElement> list, out ImmutableArray<string> chosen)
    {
        var question = base.Choose(talk, list, out chosen);
        chosen = [.. chosen.Take(1)];
        return question;
    }
}
