namespace RefillDesk;

internal static class Identity
{
    // Confirmed, or a patient for whom somebody confirmed is on record as acting.
    public static bool Covers(Trajectory trajectory, Pharmacy world, string patientId)
    {
        foreach (var verified in trajectory.Succeeded<VerifyIdentity>())
        {
            if (verified.Call.PatientId == patientId)
                return true;
            if (world.Patient(verified.Call.PatientId)?.ActsFor.Contains(patientId) == true)
                return true;
        }

        return false;
    }

    // A number that no prescription has shows nothing of anybody.
    public static bool CoversOwner(Trajectory trajectory, Pharmacy world, string prescriptionId) =>
        world.Prescription(prescriptionId) is not { } p || Covers(trajectory, world, p.PatientId);
}
