namespace RefillDesk;

// Worlds as they would be had something else been true. This one stays as it is.
public sealed partial class Pharmacy
{
    public Pharmacy WithPrescription(string prescriptionId, Func<Prescription, Prescription> change) =>
        new(_state.With(change(_state.Prescriptions[prescriptionId])));

    public Pharmacy WithPatient(string patientId, Func<Patient, Patient> change) =>
        new(_state.With(change(_state.Patients[patientId])));

    public Pharmacy WithoutRefills(string prescriptionId) => WithPrescription(prescriptionId, p => p with { RefillsRemaining = 0 });

    public Pharmacy WithRefills(string prescriptionId) => WithPrescription(prescriptionId, p => p with { RefillsRemaining = 3 });

    public Pharmacy WithRecentIssue(string prescriptionId) => WithPrescription(prescriptionId, p => p with { LastIssued = Today.AddDays(-3) });

    public Pharmacy WithIssueLongAgo(string prescriptionId) => WithPrescription(prescriptionId, p => p with { LastIssued = Today.AddDays(-p.DaysSupply) });

    public Pharmacy WithAllergyAgainst(string prescriptionId)
    {
        var p = _state.Prescriptions[prescriptionId];
        return WithPatient(p.PatientId, patient => patient with { Allergies = patient.Allergies.Add(p.Medication) });
    }

    // Every medicine in use that interacts highly with this one is stopped.
    public Pharmacy WithoutInteractions(string prescriptionId)
    {
        var p = _state.Prescriptions[prescriptionId];
        var culprits = InteractionsOf(p).Where(i => i.Severity == InteractionSeverity.High).Select(i => i.With).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return PrescriptionsOf(p.PatientId)
            .Where(other => culprits.Contains(other.Medication))
            .Aggregate(this, (world, other) => world.WithPrescription(other.PrescriptionId, o => o with { Status = PrescriptionStatus.Stopped }));
    }

    // A hospital has started a medicine that interacts highly.
    public Pharmacy WithInteractingMedicine(string prescriptionId)
    {
        var p = _state.Prescriptions[prescriptionId];
        var partner = Medications.FirstOrDefault(m => Interaction(p.Medication, m.Name) is { Severity: InteractionSeverity.High })
            ?? throw new InvalidOperationException($"No medicine of this clinic interacts highly with {p.Medication}. Add one to the clinic file, or ground the scenario in another prescription.");
        var started = new Prescription($"RX-9{prescriptionId[^5..]}", p.PatientId, partner.Name, "as supplied by the hospital", "As directed by the hospital.",
            PrescriptionStatus.Active, DaysSupply: 14, MaxDaysSupply: 14, RefillsRemaining: 0, Today.AddDays(-2), "Hospital pharmacy");
        return new(_state.With(started));
    }

    public Pharmacy WithStockEverywhere(string medication) =>
        new(_state with { OutOfStock = PickupPoints.Aggregate(_state.OutOfStock, (set, point) => set.Remove(PharmacyState.StockKey(point.PharmacyId, medication))) });

    public Pharmacy WithStockNowhere(string medication) =>
        new(_state with { OutOfStock = PickupPoints.Aggregate(_state.OutOfStock, (set, point) => set.Add(PharmacyState.StockKey(point.PharmacyId, medication))) });

    public Pharmacy WithoutFreeSlots() => new(_state with { FreeSlots = _state.FreeSlots.Clear() });

    public Pharmacy WithoutFreeSlotsOn(DateOnly day) =>
        new(_state with { FreeSlots = _state.FreeSlots.RemoveRange(FreeSlots.Where(s => s.Day == day).Select(s => s.SlotId)) });

    public Pharmacy WithBookedAppointment(string patientId)
    {
        var slot = FreeSlots.OrderBy(s => s.Day).ThenBy(s => s.Time).First();
        var booked = new BookedAppointment(Number("AP", Appointments.Count), patientId, slot.Day, slot.Time, slot.Clinician, AppointmentReason.Other);
        return new(_state with { Appointments = _state.Appointments.Add(booked), FreeSlots = _state.FreeSlots.Remove(slot.SlotId) });
    }

    public Pharmacy WithPrescriberAway(string prescriptionId) =>
        new(_state with { AwayPrescribers = _state.AwayPrescribers.Add(_state.Prescriptions[prescriptionId].Prescriber) });

    public Pharmacy WithHighAlert(string medication)
    {
        var flagged = _state.Medications[medication] with { HighAlert = true };
        return new(_state with { Medications = _state.Medications.SetItem(flagged.Name, flagged) });
    }
}
