using System.Globalization;

namespace RefillDesk;

public sealed partial class Pharmacy
{
    private const int DaysUntilReady = 2;
    private const int DaysUntilAnswer = 2;

    // The order system refuses what it can see for itself. It knows neither who is asking nor whether interactions were checked: that is the desk's part.
    public ToolOutcome<RefillReceipt> Handle(RequestRefill call)
    {
        if (Prescription(call.PrescriptionId) is not { } p)
            return NoSuchPrescription(call.PrescriptionId);
        var pharmacyId = call.PharmacyId ?? Patient(p.PatientId)!.PharmacyId;
        if (PickupPoint(pharmacyId) is not { } point)
            return NoSuchPickupPoint(pharmacyId);
        if (WhyNot(p, call.DaysSupply, point) is { } refusal)
            return refusal;

        var refill = new Refill(Number("RF", Refills.Count), p.PrescriptionId, p.PatientId, call.DaysSupply, pharmacyId, Today.AddDays(DaysUntilReady));
        _state = _state.With(p with { RefillsRemaining = p.RefillsRemaining - 1 }) with { Refills = _state.Refills.Add(refill) };
        return new RefillReceipt(refill.RefillId, p.PrescriptionId, p.Medication, refill.DaysSupply, pharmacyId, point.Name, refill.ReadyOn);
    }

    public ToolOutcome<BookedAppointment> Handle(BookAppointment call)
    {
        if (Patient(call.PatientId) is null)
            return NoSuchPatient(call.PatientId);
        if (Appointments.FirstOrDefault(a => a.PatientId == call.PatientId) is { } booked)
            return new Refusal($"This patient already has an appointment on {Iso(booked.Day)} with {booked.Clinician} ({booked.AppointmentId}). Tell them about it instead of booking another.");
        if (!_state.FreeSlots.TryGetValue(call.SlotId, out var slot))
            return new Refusal($"The appointment {call.SlotId} is not free. Use find_appointments to see what is.");

        var appointment = new BookedAppointment(Number("AP", Appointments.Count), call.PatientId, slot.Day, slot.Time, slot.Clinician, call.Reason);
        _state = _state with { Appointments = _state.Appointments.Add(appointment), FreeSlots = _state.FreeSlots.Remove(slot.SlotId) };
        return appointment;
    }

    public ToolOutcome<MessageReceipt> Handle(SendMessage call)
    {
        if (Patient(call.PatientId) is null)
            return NoSuchPatient(call.PatientId);
        if (Prescription(call.PrescriptionId) is not { } p)
            return NoSuchPrescription(call.PrescriptionId);
        if (p.PatientId != call.PatientId)
            return new Refusal($"The prescription {p.PrescriptionId} is not one of this patient's. Use list_prescriptions to find the right one.");
        if (IsAway(p.Prescriber))
            return new Refusal($"{p.Prescriber} is away and reads no messages. Use book_appointment, or escalate_to_clinician if it cannot wait.");

        var message = new Message(Number("MS", Messages.Count), call.PatientId, p.PrescriptionId, call.Topic, call.Text);
        _state = _state with { Messages = _state.Messages.Add(message) };
        return new MessageReceipt(message.MessageId, p.PrescriptionId, p.Prescriber, Today.AddDays(DaysUntilAnswer));
    }

    public ToolOutcome<EscalationReceipt> Handle(EscalateToClinician call)
    {
        if (call.PatientId is { } patientId && Patient(patientId) is null)
            return new Refusal($"No patient has the number {patientId}. Leave the number out rather than lose time.");

        var escalation = new Escalation(Number("ES", Escalations.Count), call.PatientId, call.Urgency, call.Summary);
        _state = _state with { Escalations = _state.Escalations.Add(escalation) };
        return new EscalationReceipt(escalation.EscalationId, call.Urgency, call.Urgency switch
        {
            Urgency.Emergency => "Call the emergency number now. A clinician joins this conversation at once.",
            Urgency.SameDay => "A clinician calls before the clinic closes today.",
            _ => "A clinician calls within two working days.",
        });
    }

    public ToolOutcome<NoteReceipt> Handle(AddNote call)
    {
        if (Patient(call.PatientId) is null)
            return NoSuchPatient(call.PatientId);
        var note = new Note(Number("NT", Notes.Count), call.PatientId, call.Text);
        _state = _state with { Notes = _state.Notes.Add(note) };
        return new NoteReceipt(note.NoteId, note.PatientId);
    }

    private Refusal? WhyNot(Prescription p, int daysSupply, PickupPoint point)
    {
        if (p.Status == PrescriptionStatus.Stopped)
            return new($"The prescription {p.PrescriptionId} was stopped. Send a message to the prescriber.");
        if (Medication(p.Medication) is { Controlled: true })
            return new($"{p.Medication} is a controlled drug and cannot be repeated here. Book an appointment or send a message to the prescriber.");
        if (HasOpenRefill(p.PrescriptionId))
            return new($"A repeat of {p.PrescriptionId} is already on order. Tell the person about it instead of ordering another.");
        if (p.RefillsRemaining <= 0)
            return new($"No repeats are left on {p.PrescriptionId}. Send a message to the prescriber or book an appointment.");
        if (p.NextDue > Today)
            return new($"The next repeat of {p.PrescriptionId} is due on {Iso(p.NextDue)}. Tell the person that day; if the supply was lost, send a message to the prescriber.");
        if (daysSupply > p.MaxDaysSupply)
            return new($"At most {p.MaxDaysSupply} days may be ordered on {p.PrescriptionId}. Order no more than that, or send a message to the prescriber.");
        if (!HasStock(point.PharmacyId, p.Medication))
            return new($"{point.Name} has no {p.Medication}. Use check_stock to find a pick-up point that has it.");
        return null;
    }

    private static string Number(string prefix, int count) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{count + 1:D6}");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
