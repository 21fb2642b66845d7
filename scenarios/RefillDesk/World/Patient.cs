namespace RefillDesk;

public sealed record Patient(
    string PatientId,
    string Name,
    DateOnly BirthDate,
    string Phone,
    string PharmacyId,
    ImmutableArray<string> Allergies,
    ImmutableArray<string> ActsFor);
