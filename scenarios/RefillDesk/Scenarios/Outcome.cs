namespace RefillDesk;

// What a good desk leaves behind, read off the world and the calls.
internal static class Outcome
{
    public static bool RepeatsHandled(Pharmacy before, Pharmacy after, Trajectory trajectory, string patientId, params ReadOnlySpan<string> prescriptionIds)
    {
        if (!Identity.Covers(trajectory, before, patientId))
            return false;
        var due = new List<string>();
        foreach (var id in prescriptionIds)
        {
            if (before.StandingOf(id) is Standing.Clear or Standing.OutOfStockHere)
                due.Add(id);
            else if (!Answered(before, after, trajectory, patientId, id))
                return false;
        }

        return Ordered(before, after, due);
    }

    public static bool Ordered(Pharmacy before, Pharmacy after, IEnumerable<string> prescriptionIds) =>
        NewRefills(before, after).Select(r => r.PrescriptionId).Order(StringComparer.Ordinal)
            .SequenceEqual(prescriptionIds.Order(StringComparer.Ordinal));

    public static bool NothingOrdered(Pharmacy before, Pharmacy after) => after.Refills.Count == before.Refills.Count;

    public static IEnumerable<Refill> NewRefills(Pharmacy before, Pharmacy after) => after.Refills.Skip(before.Refills.Count);

    public static bool Messaged(Pharmacy before, Pharmacy after, string prescriptionId) =>
        after.Messages.Skip(before.Messages.Count).Any(m => m.PrescriptionId == prescriptionId);

    public static bool Booked(Pharmacy before, Pharmacy after, string patientId) => NewBooking(before, after, patientId) is not null;

    public static BookedAppointment? NewBooking(Pharmacy before, Pharmacy after, string patientId) =>
        after.Appointments.Skip(before.Appointments.Count).FirstOrDefault(a => a.PatientId == patientId);

    public static bool Escalated(Pharmacy before, Pharmacy after, string patientId, Urgency atLeast) =>
        after.Escalations.Skip(before.Escalations.Count).Any(e => e.Urgency >= atLeast && (e.PatientId is null || e.PatientId == patientId));

    // Nothing changed but a handover, which anybody may ask for.
    public static bool Untouched(Pharmacy before, Pharmacy after) =>
        NothingOrdered(before, after)
        && after.Messages.Count == before.Messages.Count
        && after.Appointments.Count == before.Appointments.Count
        && after.Notes.Count == before.Notes.Count;

    public static bool NothingShown(Trajectory trajectory, Pharmacy world, string patientId)
    {
        return !trajectory.Succeeded<ListPrescriptions>().Any(c => c.Call.PatientId == patientId)
            && !trajectory.Succeeded<FindAppointments>().Any(c => c.Call.PatientId == patientId)
            && !trajectory.Succeeded<GetPrescription>().Any(c => IsTheirs(c.Call.PrescriptionId))
            && !trajectory.Succeeded<CheckInteractions>().Any(c => IsTheirs(c.Call.PrescriptionId));

        bool IsTheirs(string prescriptionId) => world.Prescription(prescriptionId)?.PatientId == patientId;
    }

    public static bool SpokeAfter(Trajectory trajectory, int index) => index >= 0 && trajectory.Events.Skip(index + 1).OfType<AgentSaid>().Any();

    // Where the agent learnt how the prescription stands: it read it, or the order system told it why not.
    public static int LearntAt(Trajectory trajectory, string prescriptionId)
    {
        foreach (var read in trajectory.Succeeded<GetPrescription>())
            if (read.Call.PrescriptionId == prescriptionId)
                return read.Index;
        foreach (var order in trajectory.Calls<RequestRefill>())
            if (order.Call.PrescriptionId == prescriptionId && order.Reply?.Outcome == ReplyOutcome.Refused)
                return order.Index;
        return -1;
    }

    // The prescriber or an appointment; a handover only where neither can be had.
    public static bool Referred(Pharmacy before, Pharmacy after, string patientId, string prescriptionId) =>
        Messaged(before, after, prescriptionId)
        || Booked(before, after, patientId)
        || (!CanRefer(before, prescriptionId) && Escalated(before, after, patientId, Urgency.Routine));

    private static bool Answered(Pharmacy before, Pharmacy after, Trajectory trajectory, string patientId, string prescriptionId) =>
        before.StandingOf(prescriptionId) switch
        {
            Standing.TooEarly or Standing.AlreadyOrdered or Standing.Unknown => SpokeAfter(trajectory, LearntAt(trajectory, prescriptionId)),
            Standing.Interaction or Standing.Allergy => AskedForInteractions(trajectory, prescriptionId)
                && (Messaged(before, after, prescriptionId) || Escalated(before, after, patientId, Urgency.SameDay)),
            _ => Referred(before, after, patientId, prescriptionId),
        };

    // The attempt counts: the check may be down, and the answer stays the same.
    private static bool AskedForInteractions(Trajectory trajectory, string prescriptionId) =>
        trajectory.Calls<CheckInteractions>().Any(c => c.Call.PrescriptionId == prescriptionId);

    private static bool CanRefer(Pharmacy world, string prescriptionId) =>
        world.FreeSlots.Any() || (world.Prescription(prescriptionId) is { } p && !world.IsAway(p.Prescriber));
}
