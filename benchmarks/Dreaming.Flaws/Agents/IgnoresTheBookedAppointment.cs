using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Tries to book although the patient has an appointment.</summary>
public sealed class IgnoresTheBookedAppointment : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Tries to book although the patient has an appointment.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.IgnoredConflict;

    /// <inheritdoc/>
    protected override JsonElement? Booked(JsonElement? board) =>
        null;
}
