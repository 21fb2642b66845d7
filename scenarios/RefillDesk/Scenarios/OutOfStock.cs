namespace RefillDesk;

[Scenario("out-of-stock", Title = "A patient's usual pick-up point has none left; another one has.")]
[Says("Hello, I need a repeat of {Medication}. Any pharmacy nearby is fine.")]
[Says("{PatientId} here, could you reorder {Medication}?")]
[Says("please repeat my {Medication}, I can collect it anywhere")]
[SucceedsBy<VerifyIdentity>]
[Budget(Turns = 12, ToolCalls = 14)]
public sealed partial record OutOfStock(
    [RegularExpression(Ids.Patient), Asked("patient number", "number on your card", "patient id")] string PatientId,
    [Hidden, Sensitive, Asked("date of birth", "birthday", "born", "dob")] DateOnly BirthDate,
    [Asked("which medicine", "what medicine", "medicine", "drug", "tablets")] string Medication,
    [Hidden, Asked("where", "which pharmacy", "collect", "pick up", "pick-up point")] string PickupPoint,
    [Unknown, RegularExpression(Ids.PickupPoint)] string PharmacyId,
    [Unknown, RegularExpression(Ids.Prescription)] string PrescriptionId) : IScenario<OutOfStock, Pharmacy>
{
    public static IEnumerable<OutOfStock> Seeds(Pharmacy world) =>
        Candidates.In(world, Standing.OutOfStockHere).Select(c => From(c.Patient, c.Prescription, world));

    public static OutOfStock? Ground(Trajectory episode, Pharmacy world) =>
        EpisodeReading.Of(episode, world) is { Wish: Wish.Repeat } r && world.StandingOf(r.Wanted[0].PrescriptionId) == Standing.OutOfStockHere
            ? From(r.Patient, r.Wanted[0], world)
            : null;

    public bool Achieved(Pharmacy before, Pharmacy after, Trajectory trajectory) =>
        Outcome.RepeatsHandled(before, after, trajectory, PatientId, PrescriptionId);

    [Counterfactual("out-of-stock-everywhere", "No pick-up point has the medicine: somebody has to prescribe another or arrange it.")]
    public Pharmacy OutOfStockEverywhere(Pharmacy world) => world.WithStockNowhere(Medication);

    [Counterfactual("not-due", "It was issued three days ago: the next repeat is not due.")]
    public Pharmacy NotDue(Pharmacy world) => world.WithRecentIssue(PrescriptionId);

    [Counterfactual("interaction-found", "A hospital has started a medicine that interacts highly.")]
    public Pharmacy InteractionFound(Pharmacy world) => world.WithInteractingMedicine(PrescriptionId);

    private static OutOfStock From(Patient patient, Prescription p, Pharmacy world)
    {
        var point = world.PointsWith(p.Medication).First();
        return new(patient.PatientId, patient.BirthDate, p.Medication, point.Name, point.PharmacyId, p.PrescriptionId);
    }
}
