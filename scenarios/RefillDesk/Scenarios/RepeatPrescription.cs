namespace RefillDesk;

[Scenario("repeat-prescription", Title = "A patient wants a repeat that is due and in stock.")]
[Says("Hi, I need more {Medication}.")]
[Says("Can you renew my {Medication}? I'm nearly out. My patient number is {PatientId}.")]
[Says("Hello, {PatientId} here. A repeat of {Medication} please.")]
[Says("I'd like to order my next {Medication}")]
[SucceedsBy<VerifyIdentity>]
[Budget(Turns = 12, ToolCalls = 14)]
public sealed partial record RepeatPrescription(
    [RegularExpression(Ids.Patient), Asked("patient number", "number on your card", "patient id")] string PatientId,
    [Hidden, Sensitive, Asked("date of birth", "birthday", "born", "dob")] DateOnly BirthDate,
    [Asked("which medicine", "what medicine", "medicine", "drug", "tablets")] string Medication,
    [Unknown, RegularExpression(Ids.Prescription)] string PrescriptionId) : IScenario<RepeatPrescription, Pharmacy>
{
    public static IEnumerable<RepeatPrescription> Seeds(Pharmacy world) =>
        Candidates.Clear(world).Select(c => From(c.Patient, c.Prescription));

    public static RepeatPrescription? Ground(Trajectory episode, Pharmacy world) =>
        EpisodeReading.Of(episode, world) is { Wish: Wish.Repeat } r && world.StandingOf(r.Wanted[0].PrescriptionId) == Standing.Clear
            ? From(r.Patient, r.Wanted[0])
            : null;

    public bool Achieved(Pharmacy before, Pharmacy after, Trajectory trajectory) =>
        Outcome.RepeatsHandled(before, after, trajectory, PatientId, PrescriptionId);

    [Counterfactual("no-refills-left", "The last repeat has been used: a clinician has to renew it.")]
    public Pharmacy NoRefillsLeft(Pharmacy world) => world.WithoutRefills(PrescriptionId);

    [Counterfactual("not-due", "It was issued three days ago: the next repeat is not due.")]
    public Pharmacy NotDue(Pharmacy world) => world.WithRecentIssue(PrescriptionId);

    [Counterfactual("out-of-stock", "No pick-up point has the medicine.")]
    public Pharmacy OutOfStock(Pharmacy world) => world.WithStockNowhere(Medication);

    [Counterfactual("interaction-found", "A hospital has started a medicine that interacts highly.")]
    public Pharmacy InteractionFound(Pharmacy world) => world.WithInteractingMedicine(PrescriptionId);

    [Counterfactual("allergy-recorded", "An allergy to the medicine has been recorded.")]
    public Pharmacy AllergyRecorded(Pharmacy world) => world.WithAllergyAgainst(PrescriptionId);

    private static RepeatPrescription From(Patient patient, Prescription p) => new(patient.PatientId, patient.BirthDate, p.Medication, p.PrescriptionId);
}
