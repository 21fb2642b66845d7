namespace RefillDesk;

public sealed partial class Pharmacy
{
    private const int ShownSlots = 10;

    public ToolOutcome<VerifiedPatient> Handle(VerifyIdentity call)
    {
        if (Patient(call.PatientId) is not { } patient)
            return new Refusal("The details do not match any record. Ask the person to check the patient number and the date of birth; show nothing until they match.");
        if (patient.BirthDate != call.BirthDate)
            return new Refusal("The details do not match the record. Ask the person to check the date of birth and the patient number; show nothing until they match.");
        return new VerifiedPatient(patient.PatientId, patient.Name, patient.Phone, patient.PharmacyId, patient.ActsFor);
    }

    public ToolOutcome<PrescriptionList> Handle(ListPrescriptions call)
    {
        if (Patient(call.PatientId) is null)
            return NoSuchPatient(call.PatientId);
        return new PrescriptionList(call.PatientId,
            [.. PrescriptionsOf(call.PatientId).Select(p => new PrescriptionSummary(p.PrescriptionId, p.Medication, p.Strength, p.Status, p.RefillsRemaining))]);
    }

    public ToolOutcome<PrescriptionDetails> Handle(GetPrescription call)
    {
        if (Prescription(call.PrescriptionId) is not { } p)
            return NoSuchPrescription(call.PrescriptionId);
        var medication = Medication(p.Medication);
        return new PrescriptionDetails(
            p.PrescriptionId, p.PatientId, p.Medication, p.Strength, p.Directions, p.Status, p.DaysSupply, p.MaxDaysSupply, p.RefillsRemaining,
            p.LastIssued, p.NextDue, p.NextDue <= Today, medication?.Controlled ?? false, medication?.HighAlert ?? false, p.Prescriber);
    }

    public ToolOutcome<InteractionReport> Handle(CheckInteractions call)
    {
        if (Prescription(call.PrescriptionId) is not { } p)
            return NoSuchPrescription(call.PrescriptionId);
        ImmutableArray<InteractionFinding> findings = [.. InteractionsOf(p)];
        var allergy = AllergyAgainst(p);
        var safe = allergy is null && findings.All(f => f.Severity != InteractionSeverity.High);
        return new InteractionReport(p.PrescriptionId, p.Medication, safe, findings, allergy);
    }

    public ToolOutcome<StockReport> Handle(CheckStock call)
    {
        if (Medication(call.Medication) is not { } medication)
            return new Refusal($"No medicine is called {call.Medication}. Use the name as it stands on the prescription.");
        if (PickupPoint(call.PharmacyId) is null)
            return NoSuchPickupPoint(call.PharmacyId);
        var elsewhere = PointsWith(medication.Name)
            .Where(point => point.PharmacyId != call.PharmacyId)
            .Select(point => new StockElsewhere(point.PharmacyId, point.Name));
        return new StockReport(medication.Name, HasStock(call.PharmacyId, medication.Name), call.PharmacyId, [.. elsewhere]);
    }

    public ToolOutcome<ImmutableArray<PickupPoint>> Handle(ListPickupPoints call) => PickupPoints;

    public ToolOutcome<AppointmentBoard> Handle(FindAppointments call)
    {
        if (Patient(call.PatientId) is null)
            return NoSuchPatient(call.PatientId);
        var from = call.From ?? Today;
        var free = FreeSlots
            .Where(slot => slot.Day >= from)
            .OrderBy(slot => slot.Day).ThenBy(slot => slot.Time).ThenBy(slot => slot.SlotId, StringComparer.Ordinal)
            .Take(ShownSlots)
            .Select(slot => new FreeSlot(slot.SlotId, slot.Day, slot.Time, slot.Clinician));
        return new AppointmentBoard(call.PatientId, [.. Appointments.Where(a => a.PatientId == call.PatientId)], [.. free]);
    }

    private static Refusal NoSuchPatient(string patientId) =>
        new($"No patient has the number {patientId}. Ask for the number on the clinic's card.");

    private static Refusal NoSuchPrescription(string prescriptionId) =>
        new($"No prescription has the number {prescriptionId}. Use list_prescriptions to find the right one.");

    private static Refusal NoSuchPickupPoint(string pharmacyId) =>
        new($"No pick-up point has the number {pharmacyId}. Use list_pickup_points to see them.");
}
