namespace RefillDesk;

[Scenario("which-strength", Title = "A patient has two strengths of one medicine and wants a repeat of one of them.")]
[Says("I need my {Medication}.")]
[Says("Please renew {Medication}, number {PatientId}")]
[Says("Could you order {Medication} for me? I'm down to the last few.")]
[SucceedsBy<VerifyIdentity>]
[Budget(Turns = 12, ToolCalls = 14)]
public sealed partial record WhichStrength(
    [RegularExpression(Ids.Patient), Asked("patient number", "number on your card", "patient id")] string PatientId,
    [Hidden, Sensitive, Asked("date of birth", "birthday", "born", "dob")] DateOnly BirthDate,
    [Asked("which medicine", "what medicine", "medicine", "drug", "tablets")] string Medication,
    [Hidden, Asked("which strength", "how strong", "mg", "which one", "which of")] string Strength,
    [Unknown, RegularExpression(Ids.Prescription)] string PrescriptionId) : IScenario<WhichStrength, Pharmacy>
{
    public static IEnumerable<WhichStrength> Seeds(Pharmacy world) =>
        from p in world.Prescriptions
        where EpisodeReading.HasOtherStrength(world, p) && world.StandingOf(p.PrescriptionId) == Standing.Clear
        select From(world.Patient(p.PatientId)!, p);

    public static WhichStrength? Ground(Trajectory episode, Pharmacy world) =>
        EpisodeReading.Of(episode, world) is { Wish: Wish.OneOfTwoStrengths, Wanted: [var wanted, ..] } r ? From(r.Patient, Meant(r, wanted, world)) : null;

    public bool Achieved(Pharmacy before, Pharmacy after, Trajectory trajectory) =>
        Outcome.RepeatsHandled(before, after, trajectory, PatientId, PrescriptionId);

    [Counterfactual("this-one-not-due", "That strength was issued three days ago; only the other is due.")]
    public Pharmacy ThisOneNotDue(Pharmacy world) => world.WithRecentIssue(PrescriptionId);

    [Counterfactual("this-one-without-refills", "No repeats of that strength are left; the other still has some.")]
    public Pharmacy ThisOneWithoutRefills(Pharmacy world) => world.WithoutRefills(PrescriptionId);

    // The strength that the user named, whatever the agent made of it. The longest first: "2.5 mg" holds "5 mg".
    private static Prescription Meant(EpisodeReading reading, Prescription acted, Pharmacy world) =>
        world.PrescriptionsOf(reading.Patient.PatientId)
            .OrderByDescending(p => p.Strength.Length)
            .FirstOrDefault(p => p.Medication == acted.Medication && reading.UserText.Contains(p.Strength, StringComparison.OrdinalIgnoreCase)) ?? acted;

    private static WhichStrength From(Patient patient, Prescription p) =>
        new(patient.PatientId, patient.BirthDate, p.Medication, p.Strength, p.PrescriptionId);
}
