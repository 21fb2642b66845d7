using System.Globalization;
using System.Text.RegularExpressions;

namespace RefillDesk;

[Scenario("travel-supply", Title = "A patient goes away and wants a supply for longer than usual, within the prescribed limit.")]
[Says("I'm travelling and need {Medication} for {DaysNeeded} days.")]
[Says("Going abroad soon, could I have {DaysNeeded} days of {Medication}? {PatientId}")]
[Says("I'm away for a long holiday and want to take enough {Medication} with me")]
[SucceedsBy<VerifyIdentity>]
[Budget(Turns = 12, ToolCalls = 14)]
public sealed partial record TravelSupply(
    [RegularExpression(Ids.Patient), Asked("patient number", "number on your card", "patient id")] string PatientId,
    [Hidden, Sensitive, Asked("date of birth", "birthday", "born", "dob")] DateOnly BirthDate,
    [Asked("which medicine", "what medicine", "medicine", "drug", "tablets")] string Medication,
    [Range(1, 90), Asked("how many days", "how long", "days supply")] int DaysNeeded,
    [Unknown, RegularExpression(Ids.Prescription)] string PrescriptionId) : IScenario<TravelSupply, Pharmacy>
{
    public static IEnumerable<TravelSupply> Seeds(Pharmacy world) =>
        Candidates.Clear(world)
            .Where(c => c.Prescription.MaxDaysSupply > c.Prescription.DaysSupply)
            .Select(c => From(c.Patient, c.Prescription, c.Prescription.MaxDaysSupply));

    public static TravelSupply? Ground(Trajectory episode, Pharmacy world)
    {
        if (EpisodeReading.Of(episode, world) is not { Wish: Wish.LargerSupply, Wanted: [var wanted, ..] } r)
            return null;
        var said = Days().Match(r.UserText);
        var ordered = episode.Calls<RequestRefill>().Select(c => (int?)c.Call.DaysSupply).FirstOrDefault();
        var days = said.Success ? int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture) : ordered ?? wanted.MaxDaysSupply;
        return days is >= 1 and <= 90 ? From(r.Patient, wanted, days) : null;
    }

    public bool Achieved(Pharmacy before, Pharmacy after, Trajectory trajectory)
    {
        if (before.StandingOf(PrescriptionId) is not (Standing.Clear or Standing.OutOfStockHere))
            return Outcome.RepeatsHandled(before, after, trajectory, PatientId, PrescriptionId);
        if (!Identity.Covers(trajectory, before, PatientId))
            return false;
        return DaysNeeded <= before.Prescription(PrescriptionId)!.MaxDaysSupply
            ? Outcome.Ordered(before, after, [PrescriptionId]) && Outcome.NewRefills(before, after).All(r => r.DaysSupply == DaysNeeded)
            : Outcome.NewRefills(before, after).All(r => r.PrescriptionId == PrescriptionId) && Outcome.Referred(before, after, PatientId, PrescriptionId);
    }

    [Counterfactual("limit-too-short", "The prescription allows no more than the usual supply: the prescriber has to decide.")]
    public Pharmacy LimitTooShort(Pharmacy world) => world.WithPrescription(PrescriptionId, p => p with { MaxDaysSupply = p.DaysSupply });

    [Counterfactual("out-of-stock", "No pick-up point has the medicine.")]
    public Pharmacy OutOfStock(Pharmacy world) => world.WithStockNowhere(Medication);

    [Counterfactual("no-refills-left", "The last repeat has been used.")]
    public Pharmacy NoRefillsLeft(Pharmacy world) => world.WithoutRefills(PrescriptionId);

    private static TravelSupply From(Patient patient, Prescription p, int days) => new(patient.PatientId, patient.BirthDate, p.Medication, days, p.PrescriptionId);

    [GeneratedRegex(@"\b(\d{1,2})\s+days\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Days();
}
