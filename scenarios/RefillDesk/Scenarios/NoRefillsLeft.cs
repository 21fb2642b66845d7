namespace RefillDesk;

[Scenario("no-refills-left", Title = "A patient wants a repeat of which none is left: a clinician has to renew it.")]
[Says("I need my {Medication} again.")]
[Says("Hi there, could I get the usual {Medication}? It's {PatientId}.")]
[Says("My {Medication} is running out, please send more to the pharmacy")]
[SucceedsBy<VerifyIdentity>]
[Budget(Turns = 12, ToolCalls = 12)]
public sealed partial record NoRefillsLeft(
    [RegularExpression(Ids.Patient), Asked("patient number", "number on your card", "patient id")] string PatientId,
    [Hidden, Sensitive, Asked("date of birth", "birthday", "born", "dob")] DateOnly BirthDate,
    [Asked("which medicine", "what medicine", "medicine", "drug", "tablets")] string Medication,
    [Unknown, RegularExpression(Ids.Prescription)] string PrescriptionId) : IScenario<NoRefillsLeft, Pharmacy>
{
    public static IEnumerable<NoRefillsLeft> Seeds(Pharmacy world) =>
        Candidates.In(world, Standing.NoRefills).Where(c => c.Prescription.NextDue <= world.Today).Select(c => From(c.Patient, c.Prescription));

    public static NoRefillsLeft? Ground(Trajectory episode, Pharmacy world) =>
        EpisodeReading.Of(episode, world) is { Wish: Wish.Repeat } r && world.StandingOf(r.Wanted[0].PrescriptionId) == Standing.NoRefills
            ? From(r.Patient, r.Wanted[0])
            : null;

    public bool Achieved(Pharmacy before, Pharmacy after, Trajectory trajectory) =>
        Outcome.RepeatsHandled(before, after, trajectory, PatientId, PrescriptionId);

    [Counterfactual("refills-authorised", "The prescriber has authorised three more.")]
    public Pharmacy RefillsAuthorised(Pharmacy world) => world.WithRefills(PrescriptionId);

    [Counterfactual("prescriber-away", "The prescriber is away: only an appointment helps.")]
    public Pharmacy PrescriberAway(Pharmacy world) => world.WithPrescriberAway(PrescriptionId);

    [Counterfactual("no-appointments", "No appointment is free: only a message helps.")]
    public Pharmacy NoAppointments(Pharmacy world) => world.WithoutFreeSlots();

    private static NoRefillsLeft From(Patient patient, Prescription p) => new(patient.PatientId, patient.BirthDate, p.Medication, p.PrescriptionId);
}
