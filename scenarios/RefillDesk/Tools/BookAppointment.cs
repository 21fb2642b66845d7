namespace RefillDesk;

[Tool("book_appointment", "Books a free appointment for a confirmed patient.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.Transient, ToolFault.Outage)]
public sealed partial record BookAppointment(
    [RegularExpression(Ids.Patient), Description("The number on the clinic's card."), Example("PT-100001")] string PatientId,
    [RegularExpression(Ids.Slot), Description("A free appointment."), Example("SL-0001")] string SlotId,
    [Description("What it is about.")] AppointmentReason Reason = AppointmentReason.MedicationReview) : ITool<BookedAppointment>, IRecordChange, IReferral;
