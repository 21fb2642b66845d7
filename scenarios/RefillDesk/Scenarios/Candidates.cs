namespace RefillDesk;

// The prescriptions from which scenarios are grounded, in the order of their numbers.
internal static class Candidates
{
    public static IEnumerable<(Patient Patient, Prescription Prescription)> In(Pharmacy world, Standing standing) =>
        from p in world.Prescriptions
        where world.StandingOf(p.PrescriptionId) == standing && !EpisodeReading.HasOtherStrength(world, p)
        select (world.Patient(p.PatientId)!, p);

    public static IEnumerable<(Patient Patient, Prescription Prescription)> Clear(Pharmacy world) => In(world, Standing.Clear);
}
