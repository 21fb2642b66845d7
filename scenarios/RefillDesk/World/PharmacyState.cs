namespace RefillDesk;

internal sealed record PharmacyState
{
    public required DateOnly Today { get; init; }
    public required ImmutableArray<PickupPoint> PickupPoints { get; init; }
    public required ImmutableSortedDictionary<string, Medication> Medications { get; init; }
    public ImmutableSortedDictionary<string, Patient> Patients { get; private init; } = ImmutableSortedDictionary.Create<string, Patient>(StringComparer.Ordinal);
    public ImmutableSortedDictionary<string, Prescription> Prescriptions { get; private init; } = ImmutableSortedDictionary.Create<string, Prescription>(StringComparer.Ordinal);
    // Numbers of prescriptions by the patient they are for, in order.
    public required ImmutableDictionary<string, ImmutableArray<string>> Numbers { get; init; }
    public required Identifiers Identifiers { get; init; }
    public required ImmutableSortedDictionary<string, Slot> FreeSlots { get; init; }
    // "PH-01/Ramipril" when that point has none.
    public required ImmutableHashSet<string> OutOfStock { get; init; }
    public ImmutableSortedSet<string> AwayPrescribers { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    public ImmutableList<BookedAppointment> Appointments { get; init; } = [];
    public ImmutableList<Refill> Refills { get; init; } = [];
    public ImmutableList<Message> Messages { get; init; } = [];
    public ImmutableList<Note> Notes { get; init; } = [];
    public ImmutableList<Escalation> Escalations { get; init; } = [];

    public static PharmacyState From(ClinicFile file, DateOnly today) => new()
    {
        Today = today,
        PickupPoints = file.PickupPoints,
        Medications = file.Medications.ToImmutableSortedDictionary(m => m.Name, m => m, StringComparer.OrdinalIgnoreCase),
        Patients = file.Patients.ToImmutableSortedDictionary(p => p.PatientId, p => p, StringComparer.Ordinal),
        Prescriptions = file.Prescriptions.ToImmutableSortedDictionary(p => p.PrescriptionId, p => p, StringComparer.Ordinal),
        FreeSlots = file.Slots.Where(s => s.Day > today).ToImmutableSortedDictionary(s => s.SlotId, s => s, StringComparer.Ordinal),
        OutOfStock = file.OutOfStock.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase),
        Numbers = file.Prescriptions.GroupBy(p => p.PatientId, StringComparer.Ordinal)
            .ToImmutableDictionary(g => g.Key, g => g.Select(p => p.PrescriptionId).Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal),
        Identifiers = Identifiers.Of(file.Patients, file.Prescriptions),
    };

    public ImmutableArray<string> NumbersOf(string patientId) => Numbers.GetValueOrDefault(patientId, []);

    // The two ways to change what identifies somebody.
    public PharmacyState With(Prescription prescription) => this with
    {
        Prescriptions = Prescriptions.SetItem(prescription.PrescriptionId, prescription),
        Numbers = NumbersOf(prescription.PatientId) is var numbers && numbers.Contains(prescription.PrescriptionId)
            ? Numbers
            : Numbers.SetItem(prescription.PatientId, [.. numbers.Add(prescription.PrescriptionId).Order(StringComparer.Ordinal)]),
        Identifiers = Identifiers.With(Identifiers.Of(prescription)),
    };

    public PharmacyState With(Patient patient) => this with
    {
        Patients = Patients.SetItem(patient.PatientId, patient),
        Identifiers = Identifiers.Of(patient).Aggregate(Identifiers, (all, one) => all.With(one)),
    };

    public static string StockKey(string pharmacyId, string medication) => $"{pharmacyId}/{medication}";
}
