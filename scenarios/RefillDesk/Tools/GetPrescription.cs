namespace RefillDesk;

[Tool("get_prescription", "Shows one prescription: directions, repeats left, when the next repeat is due, the supply limit, and whether it is a controlled or high-alert drug.")]
[Fails(ToolFault.Timeout, ToolFault.Stale, ToolFault.Malformed)]
public sealed partial record GetPrescription(
    [RegularExpression(Ids.Prescription), Description("The prescription's number."), Example("RX-200001")] string PrescriptionId) : ITool<PrescriptionDetails>, IPrescriptionReading;

[Data]
public sealed partial record PrescriptionDetails(
    [RegularExpression(Ids.Prescription), Description("The prescription's number.")] string PrescriptionId,
    [RegularExpression(Ids.Patient), Description("Whose prescription it is.")] string PatientId,
    [Description("The medicine.")] string Medication,
    [Description("The strength of one unit.")] string Strength,
    [Description("How the prescriber wants it taken.")] string Directions,
    [Description("Whether it is in use.")] PrescriptionStatus Status,
    [Range(1, 90), Description("Days that one issue usually lasts.")] int DaysSupply,
    [Range(1, 90), Description("The most days that one issue may cover.")] int MaxDaysSupply,
    [Range(0, 99), Description("How many repeats are left.")] int RefillsRemaining,
    [Description("When it was last issued.")] DateOnly LastIssued,
    [Description("The first day on which the next repeat may be ordered.")] DateOnly NextDue,
    [Description("That day has come.")] bool Due,
    [Description("A controlled drug: never ordered by repeat.")] bool Controlled,
    [Description("A high-alert drug: errors with it injure.")] bool HighAlert,
    [Description("The prescriber.")] string Prescriber);
