namespace RefillDesk;

[Scenario("two-prescriptions", Title = "A patient wants two repeats in one go.")]
[Says("I need {Medication} and {OtherMedication} please.")]
[Says("Can you repeat both my {Medication} and my {OtherMedication}? Patient number {PatientId}.")]
[Says("time for my monthly order: {Medication}, {OtherMedication}")]
[SucceedsBy<VerifyIdentity>]
[Budget(Turns = 14, ToolCalls = 20)]
public sealed partial record TwoPrescriptions(
    [RegularExpression(Ids.Patient), Asked("patient number", "number on your card", "patient id")] string PatientId,
    [Hidden, Sensitive, Asked("date of birth", "birthday", "born", "dob")] DateOnly BirthDate,
    [Asked("which medicine", "what medicine", "medicine", "drug", "tablets")] string Medication,
    [Asked("other medicine", "second medicine", "anything else")] string OtherMedication,
    [Unknown, RegularExpression(Ids.Prescription)] string PrescriptionId,
    [Unknown, RegularExpression(Ids.Prescription)] string OtherPrescriptionId) : IScenario<TwoPrescriptions, Pharmacy>
{
    public static IEnumerable<TwoPrescriptions> Seeds(Pharmacy world) =>
        from mine in Candidates.Clear(world).GroupBy(c => c.Patient, c => c.Prescription)
        let two = mine.Take(2).ToArray()
        where two.Length == 2
        select From(mine.Key, two[0], two[1]);

    public static TwoPrescriptions? Ground(Trajectory episode, Pharmacy world) =>
        EpisodeReading.Of(episode, world) is { Wish: Wish.TwoPrescriptions, Wanted: [var one, var other, ..] } r
            ? From(r.Patient, one, other)
            : null;

    public bool Achieved(Pharmacy before, Pharmacy after, Trajectory trajectory) =>
        Outcome.RepeatsHandled(before, after, trajectory, PatientId, PrescriptionId, OtherPrescriptionId);

    [Counterfactual("second-out-of-stock", "No pick-up point has the second medicine.")]
    public Pharmacy SecondOutOfStock(Pharmacy world) => world.WithStockNowhere(OtherMedication);

    [Counterfactual("first-not-due", "The first was issued three days ago: only the second is due.")]
    public Pharmacy FirstNotDue(Pharmacy world) => world.WithRecentIssue(PrescriptionId);

    [Counterfactual("second-without-refills", "No repeats of the second are left.")]
    public Pharmacy SecondWithoutRefills(Pharmacy world) => world.WithoutRefills(OtherPrescriptionId);

    private static TwoPrescriptions From(Patient patient, Prescription one, Prescription other) =>
        new(patient.PatientId, patient.BirthDate, one.Medication, other.Medication, one.PrescriptionId, other.PrescriptionId);
}
