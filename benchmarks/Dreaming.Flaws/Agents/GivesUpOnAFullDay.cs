using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Books nothing when the day that suits is full.</summary>
public sealed class GivesUpOnAFullDay : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Books nothing when the day that suits is full.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.CounterfactualOutcome;

    /// <inheritdoc/>
    protected override Move? BookFrom(Talk talk, string patientId, JsonElement? board, DateOnly? day, out string said)
    {
        if (day is null || board is not { } found || found.Items("free").Any(s => s.Day("day") == day))
            return base.BookFrom(talk, patientId, board, day, out said);
        said = "I am sorry, nothing is free on that day.";
        return null;
    }
}
