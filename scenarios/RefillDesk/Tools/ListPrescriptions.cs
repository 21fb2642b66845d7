namespace RefillDesk;

[Tool("list_prescriptions", "Lists a patient's prescriptions with their numbers. Call it to find the prescription that a person means.")]
[Fails(ToolFault.Timeout, ToolFault.Partial, ToolFault.Stale)]
public sealed partial record ListPrescriptions(
    [RegularExpression(Ids.Patient), Description("The number on the clinic's card."), Example("PT-100001")] string PatientId) : ITool<PrescriptionList>, IPrescriptionReading;

[Data]
public sealed partial record PrescriptionList(
    [RegularExpression(Ids.Patient), Description("The patient.")] string PatientId,
    [Description("The patient's prescriptions, by number.")] ImmutableArray<PrescriptionSummary> Prescriptions);

[Data]
public sealed partial record PrescriptionSummary(
    [RegularExpression(Ids.Prescription), Description("The prescription's number.")] string PrescriptionId,
    [Description("The medicine.")] string Medication,
    [Description("The strength of one unit.")] string Strength,
    [Description("Whether it is in use.")] PrescriptionStatus Status,
    [Range(0, 99), Description("How many repeats are left.")] int RefillsRemaining);

public enum PrescriptionStatus
{
    Active,
    Stopped,
}
