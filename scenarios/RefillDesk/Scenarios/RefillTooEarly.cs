namespace RefillDesk;

[Scenario("refill-too-early", Title = "A patient wants a repeat that is not due yet.")]
[Says("Can I have another {Medication} already?")]
[Says("I'd like my {Medication} again please, patient number {PatientId}")]
[Says("Please order {Medication} for me, I like to have a spare box.")]
[SucceedsBy<VerifyIdentity>]
[Budget(Turns = 10, ToolCalls = 10)]
public sealed partial record RefillTooEarly(
    [RegularExpression(Ids.Patient), Asked("patient number", "number on your card", "patient id")] string PatientId,
    [Hidden, Sensitive, Asked("date of birth", "birthday", "born", "dob")] DateOnly BirthDate,
    [Asked("which medicine", "what medicine", "medicine", "drug", "tablets")] string Medication,
    [Unknown, RegularExpression(Ids.Prescription)] string PrescriptionId,
    [Unknown] DateOnly NextDue) : IScenario<RefillTooEarly, Pharmacy>
{
    public static IEnumerable<RefillTooEarly> Seeds(Pharmacy world) =>
        Candidates.In(world, Standing.TooEarly).Select(c => From(c.Patient, c.Prescription));

    public static RefillTooEarly? Ground(Trajectory episode, Pharmacy world) =>
        EpisodeReading.Of(episode, world) is { Wish: Wish.Repeat } r && world.StandingOf(r.Wanted[0].PrescriptionId) == Standing.TooEarly
            ? From(r.Patient, r.Wanted[0])
            : null;

    public bool Achieved(Pharmacy before, Pharmacy after, Trajectory trajectory) =>
        Outcome.RepeatsHandled(before, after, trajectory, PatientId, PrescriptionId);

    [Counterfactual("due-today", "The last issue is long enough ago: it is due.")]
    public Pharmacy DueToday(Pharmacy world) => world.WithIssueLongAgo(PrescriptionId);

    [Counterfactual("due-without-refills", "It is due, and no repeats are left.")]
    public Pharmacy DueWithoutRefills(Pharmacy world) => world.WithIssueLongAgo(PrescriptionId).WithoutRefills(PrescriptionId);

    private static RefillTooEarly From(Patient patient, Prescription p) =>
        new(patient.PatientId, patient.BirthDate, p.Medication, p.PrescriptionId, p.NextDue);
}
