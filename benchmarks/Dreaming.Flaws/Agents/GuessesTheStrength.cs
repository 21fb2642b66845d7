using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Of two strengths takes the first, unasked.</summary>
public sealed class GuessesTheStrength : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Of two strengths takes the first, unasked.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.UnderAsking;

    /// <inheritdoc/>
    protected override Move? WhichStrength(Talk talk, ImmutableArray<JsonElement> fitting, out string? id) =>
        base.WhichStrength(talk, fitting[..1], out id);
}
