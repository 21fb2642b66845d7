using System.Text.Json;
using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Books an appointment number that nobody offered.</summary>
public sealed class InventsTheAppointment : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Books an appointment number that nobody offered.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.InventedArgument;

    /// <inheritdoc/>
    protected override Move? BookFrom(Talk talk, string patientId, JsonElement? board, DateOnly? day, out string said)
    {
        said = "An appointment has been booked for you.";
        return Look(talk, ToolCall.Of(new BookAppointment(patientId, "SL-0001"))).Next;
    }
}
