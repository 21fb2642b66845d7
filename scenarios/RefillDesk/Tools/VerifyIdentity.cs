namespace RefillDesk;

[Tool("verify_identity", "Confirms who is asking, by patient number and date of birth. Call it before anything that shows or changes a patient's data.")]
[Fails(ToolFault.Timeout, ToolFault.Transient)]
public sealed partial record VerifyIdentity(
    [RegularExpression(Ids.Patient), Description("The number on the clinic's card."), Example("PT-100001")] string PatientId,
    [Sensitive, Description("The date of birth."), Example("1971-05-09")] DateOnly BirthDate) : ITool<VerifiedPatient>, IRoutine;

[Data]
public sealed partial record VerifiedPatient(
    [RegularExpression(Ids.Patient), Description("The patient whose identity is confirmed.")] string PatientId,
    [Sensitive, Description("The patient's name.")] string Name,
    [Sensitive, Description("The phone number on record.")] string Phone,
    [RegularExpression(Ids.PickupPoint), Description("Where the patient usually collects.")] string PharmacyId,
    [Description("Patients for whom this person is on record as acting.")] ImmutableArray<string> ActsFor);
