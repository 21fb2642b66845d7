namespace RefillDesk;

public sealed record Prescription(
    string PrescriptionId,
    string PatientId,
    string Medication,
    string Strength,
    string Directions,
    PrescriptionStatus Status,
    int DaysSupply,
    int MaxDaysSupply,
    int RefillsRemaining,
    DateOnly LastIssued,
    string Prescriber)
{
    // A repeat may be ordered a week before the last supply runs out.
    public const int GraceDays = 7;

    public DateOnly NextDue => LastIssued.AddDays(DaysSupply - GraceDays);
}
