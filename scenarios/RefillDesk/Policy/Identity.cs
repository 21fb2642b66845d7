namespace RefillDesk;

internal static class Identity
{
    // Nobody was confirmed yet: that somebody has to be is a constraint of its own. Or the patient was, or somebody on record as acting for them.
    public static bool Allows(Trajectory trajectory, Pharmacy world, string patientId) =>
        !trajectory.Succeeded<VerifyIdentity>().Any() || Covers(trajectory, world, patientId);

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
    public static bool AllowsOwner(Trajectory trajectory, Pharmacy world, string prescriptionId) =>
        world.Prescription(prescriptionId) is not { } p || Allows(trajectory, world, p.PatientId);
}
