namespace RefillDesk;

internal sealed record PharmacyState
{
    public required DateOnly Today { get; init; }
    public required ImmutableArray<PickupPoint> PickupPoints { get; init; }
    public required ImmutableSortedDictionary<string, Medication> Medications { get; init; }
    public required ImmutableSortedDictionary<string, Patient> Patients { get; init; }
    public required ImmutableSortedDictionary<string, Prescription> Prescriptions { get; init; }
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
    };

    public static string StockKey(string pharmacyId, string medication) => $"{pharmacyId}/{medication}";
}
