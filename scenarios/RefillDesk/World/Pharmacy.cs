namespace RefillDesk;

[Sandbox]
public sealed partial class Pharmacy : ISandbox<Pharmacy>
{
    private PharmacyState _state;

    private Pharmacy(PharmacyState state) => _state = state;

    public DateOnly Today => _state.Today;

    public IEnumerable<Patient> Patients => _state.Patients.Values;

    public IEnumerable<Prescription> Prescriptions => _state.Prescriptions.Values;

    public IEnumerable<Medication> Medications => _state.Medications.Values;

    public ImmutableArray<PickupPoint> PickupPoints => _state.PickupPoints;

    public IEnumerable<Slot> FreeSlots => _state.FreeSlots.Values;

    public IReadOnlyList<BookedAppointment> Appointments => _state.Appointments;

    public IReadOnlyList<Refill> Refills => _state.Refills;

    public IReadOnlyList<Message> Messages => _state.Messages;

    public IReadOnlyList<Note> Notes => _state.Notes;

    public IReadOnlyList<Escalation> Escalations => _state.Escalations;

    public static Pharmacy Open(WorldOptions options)
    {
        var file = options.DataPath is { } path ? ClinicFile.ReadFrom(path) : ClinicFile.Shipped;
        return new(PharmacyState.From(file, DateOnly.FromDateTime(options.Now.UtcDateTime)));
    }

    public Pharmacy Fork() => new(_state);

    public Patient? Patient(string patientId) => _state.Patients.GetValueOrDefault(patientId);

    public Prescription? Prescription(string prescriptionId) => _state.Prescriptions.GetValueOrDefault(prescriptionId);

    public Medication? Medication(string name) => _state.Medications.GetValueOrDefault(name);

    public PickupPoint? PickupPoint(string pharmacyId) => _state.PickupPoints.FirstOrDefault(p => p.PharmacyId == pharmacyId);

    public IEnumerable<Prescription> PrescriptionsOf(string patientId) =>
        _state.NumbersOf(patientId).Select(number => _state.Prescriptions[number]).Where(p => p.PatientId == patientId);

    // The names, telephone numbers and prescriptions that stand in a text, and whose they are.
    internal IEnumerable<Identifier> IdentifiersIn(string text) => _state.Identifiers.In(text).Where(IsTrue);

    public bool HasStock(string pharmacyId, string medication) => !_state.OutOfStock.Contains(PharmacyState.StockKey(pharmacyId, medication));

    public IEnumerable<PickupPoint> PointsWith(string medication) => PickupPoints.Where(p => HasStock(p.PharmacyId, medication));

    public bool HasOpenRefill(string prescriptionId) => Refills.Any(r => r.PrescriptionId == prescriptionId);

    public bool IsAway(string prescriber) => _state.AwayPrescribers.Contains(prescriber);

    public IEnumerable<InteractionFinding> InteractionsOf(Prescription prescription)
    {
        var others = PrescriptionsOf(prescription.PatientId)
            .Where(p => p.Status == PrescriptionStatus.Active && !SameName(p.Medication, prescription.Medication))
            .Select(p => p.Medication)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var other in others)
            if (Interaction(prescription.Medication, other) is { } known)
                yield return new(other, known.Severity, known.Effect);
    }

    // An allergy is recorded against a medicine or against its group.
    public string? AllergyAgainst(Prescription prescription) =>
        Patient(prescription.PatientId)?.Allergies.FirstOrDefault(allergy =>
            SameName(allergy, prescription.Medication) || SameName(allergy, Medication(prescription.Medication)?.Group));

    private bool IsTrue(Identifier identifier) =>
        Patient(identifier.PatientId) is { } patient
        && (patient.Name == identifier.Text || patient.Phone == identifier.Text || Prescription(identifier.Text)?.PatientId == patient.PatientId);

    // An interaction is listed under one of the two medicines.
    private KnownInteraction? Interaction(string medication, string other) =>
        Listed(medication, other) ?? Listed(other, medication);

    private KnownInteraction? Listed(string medication, string other) =>
        Medication(medication)?.Interactions.FirstOrDefault(i => SameName(i.With, other));

    private static bool SameName(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
