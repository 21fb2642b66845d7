namespace RefillDesk;

[Tool("find_appointments", "Shows a patient's booked appointments and the free ones.")]
[Fails(ToolFault.Timeout, ToolFault.Partial, ToolFault.Stale)]
public sealed partial record FindAppointments(
    [RegularExpression(Ids.Patient), Description("The number on the clinic's card."), Example("PT-100001")] string PatientId,
    [Description("Show free appointments from this day on; from today when absent."), Example("2026-03-05")] DateOnly? From = null) : ITool<AppointmentBoard>, IPatientData;

[Data]
public sealed partial record AppointmentBoard(
    [RegularExpression(Ids.Patient), Description("The patient.")] string PatientId,
    [Description("What the patient has booked.")] ImmutableArray<BookedAppointment> Booked,
    [Description("What is free, soonest first; ten at most.")] ImmutableArray<FreeSlot> Free);

[Data]
public sealed partial record FreeSlot(
    [RegularExpression(Ids.Slot), Description("The free appointment.")] string SlotId,
    [Description("Its day.")] DateOnly Day,
    [Description("Its time.")] TimeOnly Time,
    [Description("With whom.")] string Clinician);

[Data]
public sealed partial record BookedAppointment(
    [RegularExpression(Ids.Appointment), Description("The booking's number.")] string AppointmentId,
    [RegularExpression(Ids.Patient), Description("For whom.")] string PatientId,
    [Description("Its day.")] DateOnly Day,
    [Description("Its time.")] TimeOnly Time,
    [Description("With whom.")] string Clinician,
    [Description("What it is about.")] AppointmentReason Reason);

public enum AppointmentReason
{
    MedicationReview,
    ControlledDrugReview,
    NewProblem,
    Other,
}
