using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Says that an appointment was booked, and never books one.</summary>
public sealed class ClaimsABooking : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Says that an appointment was booked, and never books one.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.FalseSuccess;

    /// <inheritdoc/>
    protected override Move? BookFrom(Talk talk, string patientId, JsonElement? board, DateOnly? day, out string said)
    {
        said = Booked(board) is null && day is not null ? "An appointment has been booked for you." : "";
        return day is null ? base.BookFrom(talk, patientId, board, day, out said) : null;
    }
}
