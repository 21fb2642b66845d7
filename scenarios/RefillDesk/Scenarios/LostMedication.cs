namespace RefillDesk;

[Scenario("lost-medication", Title = "A patient has lost a supply that was issued recently.")]
[Says("I lost my {Medication} on the bus, can I get a replacement?")]
[Says("My bag was stolen with the {Medication} in it. Patient number {PatientId}. What now?")]
[Says("I've misplaced my {Medication} and have none for tomorrow")]
[SucceedsBy<VerifyIdentity>]
[Budget(Turns = 12, ToolCalls = 12)]
public sealed partial record LostMedication(
    [RegularExpression(Ids.Patient), Asked("patient number", "number on your card", "patient id")] string PatientId,
    [Hidden, Sensitive, Asked("date of birth", "birthday", "born", "dob")] DateOnly BirthDate,
    [Asked("which medicine", "what medicine", "medicine", "drug", "tablets")] string Medication,
    [Unknown, RegularExpression(Ids.Prescription)] string PrescriptionId) : IScenario<LostMedication, Pharmacy>
{
    public static IEnumerable<LostMedication> Seeds(Pharmacy world) =>
        Candidates.In(world, Standing.TooEarly).Select(c => From(c.Patient, c.Prescription));

    public static LostMedication? Ground(Trajectory episode, Pharmacy world) =>
        EpisodeReading.Of(episode, world) is { Wish: Wish.LostSupply, Wanted: [var wanted, ..] } r ? From(r.Patient, wanted) : null;

    // Not due, yet without it the patient goes without: it is the prescriber's decision, and cannot be left at a date.
    public bool Achieved(Pharmacy before, Pharmacy after, Trajectory trajectory)
    {
        if (before.StandingOf(PrescriptionId) != Standing.TooEarly)
            return Outcome.RepeatsHandled(before, after, trajectory, PatientId, PrescriptionId);
        return Identity.Covers(trajectory, before, PatientId)
            && Outcome.NothingOrdered(before, after)
            && (Outcome.Messaged(before, after, PrescriptionId) || Outcome.Escalated(before, after, PatientId, Urgency.SameDay));
    }

    [Counterfactual("due-anyway", "The last issue is long enough ago: an ordinary repeat replaces what was lost.")]
    public Pharmacy DueAnyway(Pharmacy world) => world.WithIssueLongAgo(PrescriptionId);

    [Counterfactual("prescriber-away", "The prescriber is away: a clinician has to decide today.")]
    public Pharmacy PrescriberAway(Pharmacy world) => world.WithPrescriberAway(PrescriptionId);

    private static LostMedication From(Patient patient, Prescription p) => new(patient.PatientId, patient.BirthDate, p.Medication, p.PrescriptionId);
}
