namespace RefillDesk;

public sealed partial class Pharmacy
{
    public Standing StandingOf(string prescriptionId)
    {
        if (Prescription(prescriptionId) is not { } p)
            return Standing.Unknown;
        if (p.Status == PrescriptionStatus.Stopped)
            return Standing.Stopped;
        if (Medication(p.Medication) is { Controlled: true })
            return Standing.Controlled;
        if (AllergyAgainst(p) is not null)
            return Standing.Allergy;
        if (InteractionsOf(p).Any(i => i.Severity == InteractionSeverity.High))
            return Standing.Interaction;
        if (HasOpenRefill(prescriptionId))
            return Standing.AlreadyOrdered;
        if (p.RefillsRemaining <= 0)
            return Standing.NoRefills;
        if (p.NextDue > Today)
            return Standing.TooEarly;
        if (!PointsWith(p.Medication).Any())
            return Standing.OutOfStockEverywhere;
        return HasStock(Patient(p.PatientId)!.PharmacyId, p.Medication) ? Standing.Clear : Standing.OutOfStockHere;
    }
}
