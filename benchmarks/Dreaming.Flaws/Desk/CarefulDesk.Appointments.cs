using System.Text.Json;

namespace Dreaming.Flaws.Desk;

// Appointments: one a patient, on the day that suits where that is to be had.
public partial class CarefulDesk
{
    /// <summary>Goes about an appointment.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="wish">What is wanted.</param>
    /// <param name="patientId">For whom.</param>
    protected virtual Move Review(Talk talk, Wish wish, string patientId)
    {
        var day = DayFor(wish);
        var board = Look(talk, ToolCall.Of(new FindAppointments(patientId, day)));
        if (board.Next is { } next)
            return next;
        if (Booked(board.Found) is { } booked)
            return Move.Say($"You already have an appointment on {booked.Text("day")} at {booked.Text("time")} with {booked.Text("clinician")}, so I cannot book another.");
        if (board.Found is { } found && found.Items("free").IsEmpty && day is not null)
        {
            // Nothing from that day on: an earlier one has to do.
            board = Look(talk, ToolCall.Of(new FindAppointments(patientId)));
            if (board.Next is { } again)
                return again;
        }

        return BookFrom(talk, patientId, board.Found, day, out var said) ?? (said.Length > 0 ? Tell(talk, [said]) : HandOver(talk, Urgency.Routine, "A medication review is wanted and no appointment is free."));
    }

    /// <summary>The day on which an appointment is looked for; null for any.</summary>
    /// <param name="wish">What is wanted.</param>
    protected virtual DateOnly? DayFor(Wish wish) => wish.Days is [var day] ? day : null;

    /// <summary>The appointment that a patient has; null when there is none.</summary>
    /// <param name="board">The appointments.</param>
    protected virtual JsonElement? Booked(JsonElement? board) => board is { } found && found.Items("booked") is [var booked, ..] ? booked : null;

    /// <summary>Books what fits best.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="patientId">The patient.</param>
    /// <param name="board">The appointments.</param>
    /// <param name="day">The day that suits; null for any.</param>
    /// <param name="said">What to tell when it is booked; empty when nothing is free.</param>
    /// <returns>What has to be done first; null when it is booked, or cannot be.</returns>
    protected virtual Move? BookFrom(Talk talk, string patientId, JsonElement? board, DateOnly? day, out string said)
    {
        said = "";
        if (board is not { } found || Booked(board) is not null || found.Items("free") is not [var soonest, ..] free)
            return null;
        var slot = free.FirstOrDefault(s => s.Day("day") == day);
        if (slot.ValueKind == JsonValueKind.Undefined)
            slot = soonest;
        var booking = Look(talk, ToolCall.Of(new BookAppointment(patientId, slot.Text("slot_id") ?? "")));
        if (booking.Found is { } booked)
            said = $"An appointment has been booked for you on {booked.Text("day")} at {booked.Text("time")} with {booked.Text("clinician")}.";
        return booking.Next;
    }
}
